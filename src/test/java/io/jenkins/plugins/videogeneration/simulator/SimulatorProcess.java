package io.jenkins.plugins.videogeneration.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A simulator in a process of its own, so that what it costs is not counted as the client's. It ends with the standard
 * input, and answers two words there.
 */
public final class SimulatorProcess implements AutoCloseable {

    private static final String QUESTIONS = "questions";
    private static final String JOBS = "jobs";
    private static final String END = ".";

    private final Process process;
    private final BufferedReader answers;
    private final String baseUrl;

    private SimulatorProcess(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.baseUrl = answers.readLine();
    }

    /** @param renderTime how long it queues and renders a video */
    public static SimulatorProcess start(Duration renderTime) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Djava.awt.headless=true",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorProcess.class.getName(),
                        String.valueOf(renderTime.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new SimulatorProcess(process);
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** How many times it was asked how far renders are, alone or as a list. */
    public long questions() throws IOException {
        say(QUESTIONS);
        return Long.parseLong(answers.readLine());
    }

    /** When each of its renders is finished, by id. */
    public Map<String, Instant> finishes() throws IOException {
        say(JOBS);
        Map<String, Instant> finishes = new HashMap<>();
        for (String line = answers.readLine(); !END.equals(line); line = answers.readLine()) {
            String[] words = line.split(" ");
            finishes.put(words[0], Instant.ofEpochMilli(Long.parseLong(words[1])));
        }
        return finishes;
    }

    private void say(String word) throws IOException {
        process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The process. */
    public static void main(String... args) throws IOException {
        SimulatorSettings settings =
                SimulatorSettings.defaults().withTotalTime(Duration.ofMillis(Long.parseLong(args[0])));
        InMemoryJobStore store = new InMemoryJobStore();
        VideosSimulator simulator = new VideosSimulator(settings, store, InstantSource.system(), new SecureRandom());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SimulatorServer server = SimulatorServer.start(simulator, 0)) {
            System.out.println(server.baseUrl());
            for (String word = questions.readLine(); word != null; word = questions.readLine()) {
                if (word.equals(QUESTIONS)) {
                    System.out.println(simulator.count(Operation.LIST) + simulator.count(Operation.RETRIEVE));
                } else {
                    store.jobs()
                            .all()
                            .forEach(job -> System.out.println(
                                    job.id() + " " + job.finishesAt().toEpochMilli()));
                    System.out.println(END);
                }
            }
        }
    }
}
