package io.jenkins.plugins.videogeneration.gallery;

import io.jenkins.plugins.videogeneration.render.Cost;
import io.jenkins.plugins.videogeneration.render.Elapsed;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.run.VideoBuilds;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How long the renders of a job's newest builds took, and what they were estimated to cost. */
final class JobTrends {

    static final int MOST_BUILDS = 40;
    /** The average is a figure to look at, not to reckon with. */
    private static final MathContext SHORT = new MathContext(3);

    private JobTrends() {}

    private record Render(int build, RenderRecord record) {

        Optional<Duration> time() {
            return CardTime.elapsed(record, CardState.of(record, false), Instant.EPOCH)
                    .filter(time -> record.deliveredAt() != null && record.reusedFrom() == null);
        }

        Optional<Cost> cost() {
            return Optional.ofNullable(record.cost()).filter(cost -> record.videoId() != null);
        }

        Trend.Value value(double amount, String words) {
            return new Trend.Value(amount, Messages.JobTrends_bar(build, record.fileName(), words));
        }
    }

    /** Those that are worth showing: one render alone is no trend. */
    static List<Trend> of(VideoBuilds builds) {
        List<Render> renders = oldestFirst(builds);
        Stream<String> currencies = renders.stream()
                .flatMap(render -> render.cost().stream())
                .map(cost -> Objects.requireNonNullElse(cost.currency(), ""))
                .distinct();
        return Stream.concat(Stream.of(times(renders)), currencies.map(currency -> costs(renders, currency)))
                .filter(Trend::isWorthShowing)
                .toList();
    }

    private static List<Render> oldestFirst(VideoBuilds builds) {
        List<Render> renders = new ArrayList<>();
        builds.newestFirst(number -> true).limit(MOST_BUILDS).forEach(number -> {
            List<RenderRecord> records = new ArrayList<>(builds.records(number));
            Collections.reverse(records);
            records.forEach(record -> renders.add(new Render(number, record)));
        });
        Collections.reverse(renders);
        return renders;
    }

    private static Trend times(List<Render> renders) {
        List<Trend.Value> values = renders.stream()
                .flatMap(render -> render.time().stream()
                        .map(time -> render.value(time.toMillis(), ReadersWords.of(Elapsed.of(time)))))
                .toList();
        Trend.Span span = Trend.Span.of(values);
        return new Trend(
                Messages.JobTrends_time(),
                Messages.JobTrends_timeSummary(values.size(), elapsed(span.average()), elapsed(span.most())),
                values);
    }

    private static String elapsed(double millis) {
        return ReadersWords.of(Elapsed.of(Duration.ofMillis(Math.round(millis))));
    }

    private static Trend costs(List<Render> renders, String currency) {
        String unit = currency.isEmpty() ? null : currency;
        List<Trend.Value> values = renders.stream()
                .flatMap(render -> render
                        .cost()
                        .filter(cost -> Objects.equals(cost.currency(), unit))
                        .map(cost -> render.value(cost.amount().doubleValue(), cost.words()))
                        .stream())
                .toList();
        Trend.Span span = Trend.Span.of(values);
        return new Trend(
                Messages.JobTrends_cost(),
                Messages.JobTrends_costSummary(values.size(), money(span.average(), unit), money(span.most(), unit)),
                values);
    }

    private static String money(double amount, String currency) {
        return new Cost(BigDecimal.valueOf(amount).round(SHORT), currency).words();
    }
}
