/**
 * A Videos API with real MP4s and no cost: what a paid service does, on the own machine, with a clock that tests can turn.
 *
 * <p>One core, {@link io.jenkins.plugins.videogeneration.simulator.VideosSimulator}, answers requests; two fronts carry them to it:
 *
 * <ul>
 *   <li>{@link io.jenkins.plugins.videogeneration.simulator.SimulatorInterceptor} answers an OkHttp client in the same process, without a
 *       socket;
 *   <li>{@link io.jenkins.plugins.videogeneration.simulator.SimulatorServer} answers anybody on a port of 127.0.0.1.
 * </ul>
 *
 * <p>Inside the core each {@link io.jenkins.plugins.videogeneration.simulator.Operation} has a handler class of its own. What servers do
 * differently is not in the handlers but in a {@link io.jenkins.plugins.videogeneration.simulator.Dialect}, a value that describes one
 * family of servers. Jobs live in a {@link io.jenkins.plugins.videogeneration.simulator.JobStore}; their state is never stored but computed
 * from the clock, so nothing runs while a render waits.
 */
package io.jenkins.plugins.videogeneration.simulator;
