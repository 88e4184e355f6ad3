package io.jenkins.plugins.videogeneration.simulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Finds out which operation a method and a path mean. */
final class Router {

    private final Dialect dialect;
    private final ErrorAnswers errors;
    private final List<String> basePath;

    Router(Dialect dialect) {
        this.dialect = dialect;
        this.errors = new ErrorAnswers(dialect);
        this.basePath = Stream.of(dialect.basePath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    Optional<Operation> find(String method, HttpUrl url) {
        return candidates(url)
                .filter(operation -> operation.method().equals(method))
                .findFirst();
    }

    Optional<String> id(Operation operation, HttpUrl url) {
        return operation.id(segments(url));
    }

    /** What to say of a request that is no operation. */
    ApiResponse refusal(ApiRequest request) {
        String allowed = candidates(request.url())
                .map(Operation::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return errors.ofStranger(request, allowed);
    }

    private Stream<Operation> candidates(HttpUrl url) {
        List<String> segments = segments(url);
        return Stream.of(Operation.values())
                .filter(dialect.operations()::contains)
                .filter(operation -> operation.matches(segments));
    }

    /** Decoded, without the base path; none when the path is not below it. */
    private List<String> segments(HttpUrl url) {
        List<String> all = url.pathSegments();
        boolean below =
                all.size() > basePath.size() && all.subList(0, basePath.size()).equals(basePath);
        return below ? all.subList(basePath.size(), all.size()) : List.of();
    }
}
