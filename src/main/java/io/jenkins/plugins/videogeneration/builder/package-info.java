/** Build steps of freestyle jobs. They hold their executor while a render is waited for, as every build step does. */
package io.jenkins.plugins.videogeneration.builder;
