package io.jenkins.plugins.videogeneration.crash;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.jenkins.plugins.videogeneration.fixture.Gate;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * {@code bin/chaos}: a controller is killed again and again, at moments of chance, while it renders films. Now and then it
 * is restarted in order, and killed soon after that.
 */
@EnabledIfSystemProperty(named = "chaos.kills", matches = "[1-9][0-9]*")
class ChaosTest {

    private static final Duration RENDER_TIME = Duration.ofSeconds(3);
    private static final int LONGEST_LIFE_MILLIS = 5_000;
    private static final int LONGEST_LIFE_AFTER_A_RESTART_MILLIS = 1_500;
    private static final int KILLS_PER_RESTART = 5;
    private static final int MOST_NEW_FILMS = 3;

    @RegisterExtension
    private final RealJenkinsExtension controller = new RealJenkinsExtension()
            .withTimeout(0)
            .javaOptions(
                    "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en", "-Duser.country=US");

    private final TestService service = TestService.rendersIn(RENDER_TIME);
    private final Gate gate = new Gate(service.baseUrl());
    private final int kills = Integer.getInteger("chaos.kills");
    private final long seed = Long.getLong("chaos.seed", 1);
    private final Random chance = new Random(seed);
    private final List<String> films = new ArrayList<>();
    private final ChaosTable table = new ChaosTable(kills, seed);

    @AfterEach
    void stop() {
        gate.close();
        service.close();
    }

    @Test
    void nothingIsPaidTwiceAndNothingIsLost() throws Throwable {
        try {
            controller.startJenkins();
            controller.runRemotely(Films::configure, gate.baseUrl());
            for (int i = 1; i <= kills; i++) {
                startFilms();
                Thread.sleep(chance.nextInt(LONGEST_LIFE_MILLIS));
                if (chance.nextInt(KILLS_PER_RESTART) == 0) {
                    restart();
                    Thread.sleep(chance.nextInt(LONGEST_LIFE_AFTER_A_RESTART_MILLIS));
                }
                table.killed(System.currentTimeMillis());
                controller.stopJenkinsForcibly();
                System.out.println("kill " + i + " of " + kills + ", " + films.size() + " films");
                controller.startJenkins();
            }
            gate.throttleContent(Long.MAX_VALUE);
            lookAtAll();
        } finally {
            // the figures of hours are not lost, whatever has ended the run
            Files.writeString(Path.of("target", "chaos.txt"), table.toString());
        }
        assertThat(table.toString(), table.isGood(), is(true));
    }

    private void restart() throws Throwable {
        controller.stopJenkins();
        controller.startJenkins();
        table.restarted();
    }

    private void lookAtAll() {
        Map<Boolean, List<String>> byPayment =
                films.stream().collect(Collectors.partitioningBy(film -> posts(film) > 0));
        byPayment.get(true).forEach(this::lookAt);
        for (String film : byPayment.get(false)) {
            // the latest may have been asked for since
            if (posts(film) > 0) {
                lookAt(film);
            } else {
                table.neverAskedFor();
            }
        }
    }

    private void lookAt(String film) {
        try {
            Films.Ending ending = controller.runRemotely(Films::awaitEnd, film);
            boolean delivered = ending.delivered();
            if (!delivered) {
                ending = controller.runRemotely(Films::adopt, film);
            }
            table.film(film, posts(film), delivered, ending);
        } catch (Throwable e) {
            table.unknown(film, posts(film), e);
        }
    }

    private void startFilms() throws Throwable {
        gate.throttleContent(chance.nextBoolean() ? Long.MAX_VALUE : 20_000);
        for (int i = chance.nextInt(MOST_NEW_FILMS) + 1; i > 0; i--) {
            FlowDurabilityHint durability =
                    FlowDurabilityHint.values()[chance.nextInt(FlowDurabilityHint.values().length)];
            String film = "film" + films.size() + "-" + durability;
            films.add(film);
            controller.runRemotely(Films::start, film, durability);
        }
    }

    private long posts(String film) {
        return gate.posts().stream().filter(body -> body.contains(film)).count();
    }
}
