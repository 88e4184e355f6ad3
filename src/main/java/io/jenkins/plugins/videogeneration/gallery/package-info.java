/** What people look at: the videos on the pages of builds and jobs, their playback, and the remote API. */
package io.jenkins.plugins.videogeneration.gallery;
