/**
 * A render inside a build: its options, its journal in the build's folder, its console, and the way of its video into
 * the workspace and the artifacts. Pipeline steps and freestyle build steps both come through here.
 */
package io.jenkins.plugins.videogeneration.run;
