/** From a fetched video to the workspace and the build's artifacts, wherever these are stored. */
package io.jenkins.plugins.videogeneration.artifact;
