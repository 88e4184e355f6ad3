package io.jenkins.plugins.videogeneration.step;

import static io.jenkins.plugins.videogeneration.fixture.Builds.errorLines;
import static io.jenkins.plugins.videogeneration.fixture.Builds.videoLines;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.budget.Budget;
import io.jenkins.plugins.videogeneration.budget.ServiceSums;
import io.jenkins.plugins.videogeneration.budget.Sums;
import io.jenkins.plugins.videogeneration.builder.GenerateVideoBuilder;
import io.jenkins.plugins.videogeneration.fixture.Builds;
import io.jenkins.plugins.videogeneration.fixture.Results;
import io.jenkins.plugins.videogeneration.fixture.Settings;
import io.jenkins.plugins.videogeneration.fixture.TestService;
import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.service.FolderLimit;
import io.jenkins.plugins.videogeneration.service.FolderLimits;
import io.jenkins.plugins.videogeneration.service.Limits;
import io.jenkins.plugins.videogeneration.service.ServiceLimits;
import io.jenkins.plugins.videogeneration.service.VideoPrice;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.simulator.Fault;
import io.jenkins.plugins.videogeneration.simulator.Operation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a service and a folder allow in a day, and for one render, is not exceeded. */
@WithJenkins
class BudgetTest {

    private static final String BOAT = "generateVideo prompt: 'A paper boat', model: 'sora-2', seconds: 4\n";

    private final TestService service = TestService.rendersAtOnce();
    private JenkinsRule jenkins;
    private Builds builds;

    @BeforeEach
    void start(JenkinsRule rule) {
        jenkins = rule;
        builds = new Builds(rule);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void branchesInParallelDoNotExceedTheRendersOfADay() throws Exception {
        limit(Limits.perDay(3));

        WorkflowRun run = builds.fail("""
                def branches = [:]
                for (int i = 0; i < 6; i++) {
                    int number = i
                    branches["b${number}"] = { generateVideo prompt: "Boat ${number}", seconds: 4 }
                }
                parallel branches
                """);

        assertThat(service.posts(), is(3L));
        jenkins.assertLogContains(
                "The limit of this Jenkins for 'studio' is 3 renders a day, and 3 were asked for today.", run);
        Sums sums = Budget.get().ofService("studio");
        assertThat(sums.today().renders(), is(3));
        assertThat(sums.today().unpriced(), is(3));
    }

    @Test
    void tellsWhatARenderCostsAndStopsWhereTheBudgetEnds() throws Exception {
        limit(Limits.costPerDay("1"));

        WorkflowRun run = builds.fail("def video = " + BOAT + Results.say("first", "video") + BOAT + BOAT);

        assertThat(service.posts(), is(2L));
        assertThat(videoLines(run), hasItem(containsString("(sora-2, 4 s, about 0.4 USD): A paper boat")));
        assertThat(Results.of(run, "first").get("cost").decimalValue(), is(new BigDecimal("0.4")));
        assertThat(Results.of(run, "first").get("currency").asText(), is("USD"));
        assertThat(
                errorLines(run),
                contains(allOf(
                        containsString("is 1 USD a day. 0.8 USD are spent today, and this render is estimated to cost"),
                        containsString("An administrator can raise the limit"))));
        String provenance = new String(
                run.getArtifactManager()
                        .root()
                        .child("a-paper-boat.mp4.json")
                        .open()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(provenance, containsString("\"amount\" : \"0.4\""));
        ServiceSums job = Budget.get().ofJob(run.getParent().getFullName()).get(0);
        assertThat(job.service(), is("studio"));
        assertThat(job.all().costs(), contains(new Cost(new BigDecimal("0.8"), "USD")));
    }

    @Test
    void aParameterOfTheServicesOwnDoesNotPassByTheLimit() throws Exception {
        limit(Limits.of(null, "8", null, null));

        WorkflowRun run =
                builds.fail("generateVideo prompt: 'A paper boat', seconds: 4, extra: [num_frames: 2400, fps: 8]");

        assertThat(service.posts(), is(0L));
        assertThat(
                errorLines(run),
                contains(containsString("which decides what is rendered past 'seconds' and 'size', and so past the"
                        + " limits of this Jenkins for 'studio'. Leave it out")));
    }

    @Test
    void withoutAPriceALimitOfCostLetsNothingPass() throws Exception {
        limit(Limits.costPerDay("100"));

        WorkflowRun run = builds.fail("generateVideo prompt: 'A paper boat', model: 'unheard-of', seconds: 4");

        assertThat(service.requests(), is(0));
        assertThat(
                errorLines(run),
                contains(allOf(
                        containsString("what this render would cost is not known"),
                        containsString("enter a price for its model and size"))));
    }

    @Test
    void whatTheServiceRefusesIsNotCounted() throws Exception {
        limit(Limits.perDay(1));
        service.inject(Operation.CREATE, 1, Fault.status(400));

        builds.fail(BOAT);
        builds.succeed(BOAT);
        builds.fail(BOAT);

        assertThat(Budget.get().ofService("studio").today().renders(), is(1));
    }

    @Test
    void aVideoThatIsTooLongIsNotAskedFor() throws Exception {
        limit(Limits.of(null, "4", null, null));

        WorkflowRun tooLong = builds.fail("generateVideo prompt: 'A paper boat', seconds: 8");
        WorkflowRun notSaid = builds.fail("generateVideo 'A paper boat'");
        builds.succeed(BOAT);

        assertThat(
                errorLines(tooLong),
                contains(containsString("The field 'seconds' is 8, but the limit of this Jenkins for 'studio' is 4")));
        assertThat(errorLines(notSaid), contains(containsString("The field 'seconds' is not set, but the limit")));
        assertThat(service.posts(), is(1L));
    }

    @Test
    void foldersNarrowTheLimitsForTheirJobsAlone() throws Exception {
        limit(Limits.perDay(3));
        Folder team = jenkins.createProject(Folder.class, "team");
        team.addProperty(new FolderLimits(List.of(new FolderLimit(Limits.perDay(2)))));
        Folder inner = team.createProject(Folder.class, "inner");
        FolderLimit other = new FolderLimit(Limits.perDay(0));
        other.setService("another");
        FolderLimit shorter = new FolderLimit(Limits.of(null, "4", "50", null));
        shorter.setService("studio");
        inner.addProperty(new FolderLimits(List.of(other, shorter)));

        assertThat(
                errorLines(build(inner, Result.FAILURE, "generateVideo prompt: 'Long', seconds: 8")),
                contains(containsString("the limit of the folder 'team/inner' for 'studio' is 4 seconds")));
        build(inner, Result.SUCCESS, BOAT);
        build(team, Result.SUCCESS, BOAT);
        assertThat(
                errorLines(build(inner, Result.FAILURE, BOAT)),
                contains(allOf(
                        containsString("The limit of the folder 'team' for 'studio' is 2 renders a day"),
                        containsString("Whoever may configure the folder 'team' can raise the limit there."))));
        builds.succeed(BOAT);
        assertThat(errorLines(builds.fail(BOAT)), contains(containsString("The limit of this Jenkins")));
        assertThat(service.posts(), is(3L));
    }

    @Test
    void theFormOfAFolderKeepsItsLimits() throws Exception {
        limit(null);
        Folder team = jenkins.createProject(Folder.class, "team");
        FolderLimit studio = new FolderLimit(Limits.of("1", "12", "20", "7.50"));
        studio.setService("studio");
        FolderLimits before = new FolderLimits(List.of(studio, new FolderLimit(Limits.perDay(3))));
        team.addProperty(before);

        jenkins.configRoundtrip(team);

        jenkins.assertEqualDataBoundBeans(before, team.getProperties().get(FolderLimits.class));
    }

    @Test
    void buildStepsTellTheCostToTheStepsAfterThem() throws Exception {
        limit(null);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        GenerateVideoBuilder generate = new GenerateVideoBuilder("A paper boat");
        generate.setSeconds("4");
        generate.setModel("sora-2");
        job.getBuildersList().add(generate);

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(build.getEnvironment(TaskListener.NULL).get("VIDEO_COST"), is("0.4"));
        assertThat(build.getEnvironment(TaskListener.NULL).get("VIDEO_CURRENCY"), is("USD"));
    }

    private void limit(ServiceLimits limits) throws Exception {
        VideoPrice price = new VideoPrice("0.10");
        price.setModel("sora-2");
        VideoService studio = service.configured();
        studio.setLimits(limits);
        studio.setCurrency("USD");
        studio.setPrices(List.of(price));
        Settings.services(studio);
    }

    private WorkflowRun build(Folder folder, Result result, String script) throws Exception {
        WorkflowJob job = folder.createProject(
                WorkflowJob.class, "job-" + folder.getItems().size());
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }
}
