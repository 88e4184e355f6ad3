/**
 * The command line {@code videos}: each call of the Videos API as a command, {@code generate} for a whole render, and
 * {@code serve} for the simulator. One class per command; options that several commands have are mixins. All that a command
 * takes from outside comes with {@link io.jenkins.plugins.videogeneration.cli.Surroundings}.
 */
package io.jenkins.plugins.videogeneration.cli;
