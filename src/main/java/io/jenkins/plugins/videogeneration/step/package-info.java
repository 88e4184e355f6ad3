/** Pipeline steps. They hold no thread while a render is waited for, and go on after a restart of the controller. */
package io.jenkins.plugins.videogeneration.step;
