package io.jenkins.plugins.videogeneration.run;

import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.api.ByteCount;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.render.Elapsed;
import io.jenkins.plugins.videogeneration.render.RenderFailure;
import io.jenkins.plugins.videogeneration.render.RenderListener;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.render.VariantFile;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Tells in the build's console how a render goes: a line for each change, not for each question. */
final class ConsoleReport implements RenderListener {

    static final String PREFIX = "[video] ";
    private static final int PROGRESS_STEP = 10;
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(2);
    private static final Duration QUIET_TIME = Duration.ofSeconds(30);

    private final TaskListener console;
    private final InstantSource clock;
    private final UnaryOperator<String> link;
    private String lastStatus;
    private int lastProgress;
    private Instant lastLine = Instant.EPOCH;
    private Text lastProblem;
    private volatile boolean aborted;
    private volatile boolean toldKept;

    /** @param link makes a text lead to the build's page about its videos */
    ConsoleReport(TaskListener console, InstantSource clock, UnaryOperator<String> link) {
        this.console = console;
        this.clock = clock;
        this.link = link;
    }

    @Override
    public void queued(RenderRecord record) {
        say(Messages.ConsoleReport_queued(record.request().service()));
    }

    @Override
    public void leftQueue(RenderRecord record) {
        say(Messages.ConsoleReport_leftQueue());
    }

    @Override
    public void submitting(RenderRecord record) {
        RenderRequest request = record.request();
        List<String> wants = new ArrayList<>();
        addIfPresent(wants, request.text("model"));
        addIfPresent(wants, request.text("size"));
        if (request.text("seconds") != null) {
            wants.add(ReadersWords.of(Elapsed.seconds(request.text("seconds"))));
        }
        if (record.cost() != null) {
            wants.add(Messages.ConsoleReport_cost(record.cost().words()));
        }
        String details = wants.isEmpty() ? "" : " (" + String.join(", ", wants) + ")";
        say(Messages.ConsoleReport_submitting(request.service(), details, oneLine(request.text("prompt"))));
    }

    @Override
    public void submitted(RenderRecord record) {
        if (record.status() == null) {
            // it was asked for by somebody else
            write(Messages.ConsoleReport_known(
                    linked(record), OneLine.of(record.request().service())));
            return;
        }
        write(Messages.ConsoleReport_submitted(linked(record), OneLine.of(record.status())));
        lastStatus = record.status();
    }

    @Override
    public void lookingFor(RenderRecord record, Text why) {
        say(Messages.ConsoleReport_lookingFor(
                ReadersWords.of(why), record.request().service()));
    }

    @Override
    public void inDoubt(RenderRecord record, RenderFailure doubt) {
        say(Failures.inDoubt(doubt));
    }

    @Override
    public void reported(RenderRecord record, Video answer) {
        lastProblem = null;
        String status = answer.status().value();
        int progress = answer.progress() == null ? 0 : answer.progress();
        Duration quiet = Duration.between(lastLine, clock.instant());
        boolean news = !status.equals(lastStatus)
                || (progress >= lastProgress + PROGRESS_STEP && quiet.compareTo(SHORTEST_GAP) >= 0)
                || quiet.compareTo(QUIET_TIME) >= 0;
        if (!news) {
            return;
        }
        lastStatus = status;
        lastProgress = progress;
        String percent = answer.progress() == null ? "" : " " + progress + " %";
        say(Messages.ConsoleReport_status(status, percent, elapsed(record)));
    }

    @Override
    public void troubled(Text problem) {
        // a service that is down for an hour says so once, not at each question
        if (!problem.equals(lastProblem)) {
            lastProblem = problem;
            say(Messages.ConsoleReport_troubled(ReadersWords.of(problem)));
        }
    }

    @Override
    public void fetching(RenderRecord record) {
        List<ContentVariant> variants = record.variants();
        boolean video = variants.contains(ContentVariant.VIDEO);
        say(Messages.ConsoleReport_fetching(
                video ? record.fileName() : variants.get(0).parameter()));
    }

    @Override
    public void fetched(RenderRecord record) {
        VideoFile file = record.file();
        if (file != null) {
            String seconds = String.format(Locale.ROOT, "%.1f", file.durationSeconds());
            say(Messages.ConsoleReport_fetched(
                    file.name(),
                    ReadersWords.of(ByteCount.of(file.bytes())),
                    file.width() + "x" + file.height(),
                    seconds,
                    file.sha256()));
        }
        for (VariantFile picture : record.pictures()) {
            say(Messages.ConsoleReport_fetchedPicture(
                    picture.name(), ReadersWords.of(ByteCount.of(picture.bytes())), picture.sha256()));
        }
    }

    @Override
    public void withoutPicture(ContentVariant variant, Text problem) {
        say(Messages.ConsoleReport_withoutPicture(variant.parameter(), ReadersWords.of(problem)));
    }

    @Override
    public void cancelled(RenderRecord record, boolean deleting) {
        aborted = true;
        String id = record.videoId();
        if (deleting) {
            say(id == null ? Messages.ConsoleReport_cancelledWithoutId() : Messages.ConsoleReport_cancelled(id));
        } else {
            toldKept = id != null;
            say(id == null ? Messages.ConsoleReport_keptWithoutId() : Messages.ConsoleReport_kept(id));
        }
    }

    @Override
    public void kept(RenderRecord record) {
        if (!toldKept) {
            say(Messages.ConsoleReport_kept(record.videoId()));
        }
    }

    @Override
    public void delivered(RenderRecord record) {
        if (aborted) {
            say(Messages.ConsoleReport_deliveredAllTheSame(record.videoId()));
        }
    }

    /** A render that was asked for before is this build's from now on. */
    void adopting(RenderRecord record) {
        say(Messages.ConsoleReport_adopting(record.videoId(), record.request().service()));
    }

    /** A render that this build asked for, and gave up, is waited for again. */
    void goingOn(RenderRecord record) {
        say(Messages.ReusedVideo_goesOn(record.videoId(), record.request().service()));
    }

    @Override
    public void remoteDeleted(RenderRecord record, Text outcome) {
        say(Messages.ConsoleReport_remoteDeleted(record.videoId(), ReadersWords.of(outcome)));
    }

    private String elapsed(RenderRecord record) {
        Instant from = record.submittedAt() == null ? record.intendedAt() : record.submittedAt();
        return ReadersWords.of(Elapsed.of(Duration.between(from, clock.instant())));
    }

    private void say(String line) {
        // models, ids and the like are others' words too
        write(OneLine.of(line));
    }

    /** For a line with a link of our own, which begins with an escape character: others' words in it are clean already. */
    private void write(String line) {
        lastLine = clock.instant();
        console.getLogger().println(PREFIX + line);
    }

    private String linked(RenderRecord record) {
        return link.apply(OneLine.of(record.videoId()));
    }

    private static void addIfPresent(List<String> list, String value) {
        if (value != null) {
            list.add(value);
        }
    }

    /** A prompt of many lines, or with control characters, could look like lines of the console's own. */
    private static String oneLine(String prompt) {
        String line = OneLine.of(prompt);
        return line.length() <= 100 ? line : line.substring(0, 100) + "...";
    }
}
