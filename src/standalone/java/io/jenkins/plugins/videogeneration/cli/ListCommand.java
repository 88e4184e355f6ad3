package io.jenkins.plugins.videogeneration.cli;

import io.jenkins.plugins.videogeneration.api.ListQuery;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideoPage;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code videos list}: shows the service's videos. */
@Command(
        name = "list",
        description = "Show the service's videos, over as many pages as it takes.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class ListCommand implements Callable<Integer> {

    private static final int UNLIMITED = -1;
    private static final int MOST = 1_000_000;

    private final Surroundings surroundings;

    @Option(names = "--after", paramLabel = "ID", description = "Begin behind this video.")
    private String after;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "Videos on one page of the service, 1 to 100. Default: the service's.")
    private Integer limit;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "asc or desc, by time of creation. Default: the service's.")
    private ListQuery.Order order;

    @Option(
            names = "--max-items",
            paramLabel = "NUMBER",
            description = "Show so many videos at most, or -1, the default, for all.")
    private int maxItems = UNLIMITED;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JsonOption json;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        ListQuery query = query();
        try (Connection connection = service.connect(surroundings)) {
            print(collect(connection.client(), query));
        }
        return ExitCode.OK;
    }

    private ListQuery query() {
        if (maxItems != UNLIMITED && (maxItems < 1 || maxItems > MOST)) {
            throw CommandFailure.badInput(
                    "--max-items is " + maxItems + ", but has to be 1 to " + MOST + ", or -1", "-1 shows all videos.");
        }
        try {
            return new ListQuery(after, limit, order);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--" + e.getMessage(), "It is the size of a page; --max-items is how many are shown.");
        }
    }

    private VideoPage collect(VideosClient client, ListQuery query) throws InterruptedException {
        if (maxItems == UNLIMITED) {
            return new VideoPage(client.listAll(query, Integer.MAX_VALUE).execute(), null);
        }
        // one more than is shown tells whether there is more
        List<Video> videos = client.listAll(query, maxItems + 1).execute();
        if (videos.size() <= maxItems) {
            return new VideoPage(videos, null);
        }
        List<Video> shown = videos.subList(0, maxItems);
        return new VideoPage(shown, shown.get(maxItems - 1).id());
    }

    private void print(VideoPage page) {
        if (json.isSet()) {
            surroundings.out().println(Wire.text(Wire.list(page.videos(), page.next())));
            return;
        }
        if (page.videos().isEmpty()) {
            surroundings.out().println("No videos.");
        } else {
            VideoText.table(page.videos()).forEach(surroundings.out()::println);
        }
        if (page.next() != null) {
            surroundings.out().println("More with --after " + OneLine.of(page.next()));
        }
    }
}
