package io.jenkins.plugins.videogeneration.service;

import hudson.util.ComboBoxModel;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values that a field of a form offers: the service's own first, then those of the reference protocol. They are
 * suggestions, not limits; a service may know others.
 */
public final class Suggestions {

    private static final List<String> MODELS = List.of("sora-2", "sora-2-pro");
    private static final List<String> SIZES =
            List.of("1280x720", "720x1280", "1792x1024", "1024x1792", "1920x1080", "1080x1920");
    private static final List<String> SECONDS = List.of("4", "8", "12", "16", "20");

    private final VideoService service;

    private Suggestions(VideoService service) {
        this.service = service;
    }

    /** For a service that is not known yet. */
    public static Suggestions ofReference() {
        return new Suggestions(null);
    }

    /** @param name of a service, or null for the default; without such a service it is the reference alone */
    public static Suggestions ofService(String name) {
        try {
            return new Suggestions(VideoServices.get().serviceNamed(name));
        } catch (ServiceSetupException e) {
            return ofReference();
        }
    }

    public ComboBoxModel models() {
        return model(of(VideoService::getModel), priced(VideoPrice::getModel), MODELS);
    }

    public ComboBoxModel sizes() {
        return model(of(VideoService::getSize), priced(VideoPrice::getSize), SIZES);
    }

    public ComboBoxModel seconds() {
        return model(of(VideoService::getSeconds), List.of(), SECONDS);
    }

    private List<String> of(Function<VideoService, String> defaultValue) {
        return Stream.ofNullable(service)
                .map(defaultValue)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What has a price is what the service renders. */
    private List<String> priced(Function<VideoPrice, String> value) {
        return Stream.ofNullable(service)
                .flatMap(known -> known.getPrices().stream())
                .map(value)
                .filter(Objects::nonNull)
                .toList();
    }

    @SafeVarargs
    private static ComboBoxModel model(Collection<String>... groups) {
        Set<String> values = new LinkedHashSet<>();
        Stream.of(groups).forEach(values::addAll);
        return new ComboBoxModel(values);
    }
}
