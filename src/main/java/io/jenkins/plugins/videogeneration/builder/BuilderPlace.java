package io.jenkins.plugins.videogeneration.builder;

import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;

/** The workspace of a freestyle build. */
record BuilderPlace(FilePath workspace, Launcher launcher) implements DeliveryPlace {}
