package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import hudson.util.ComboBoxModel;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.RequestRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The options of a video that the service has already, or is rendering: it is waited for and delivered, not paid again. */
public final class ExistingOptions extends RenderOptions {

    private static final long serialVersionUID = 1L;

    private final boolean finished;
    private String id;
    private String variant;

    /**
     * @param id the service's id of the video
     * @param finished whether it is finished, so that it is fetched without being waited for
     */
    public ExistingOptions(String id, boolean finished) {
        this.id = Util.fixNull(id).trim();
        this.finished = finished;
    }

    @Override
    String title() {
        return "video";
    }

    @Override
    public void check(boolean hasWorkspace) {
        super.check(hasWorkspace);
        RequestRules.id("id", id);
        variants();
    }

    @Override
    public List<ContentVariant> variants() {
        ContentVariant wanted = variant == null ? ContentVariant.VIDEO : named(variant);
        return wanted == ContentVariant.VIDEO ? super.variants() : List.of(wanted);
    }

    /** @throws InvalidRequestException if there is no such variant */
    static void checkVariant(String name) {
        if (Util.fixEmptyAndTrim(name) != null) {
            named(name.trim());
        }
    }

    static ComboBoxModel variantNames() {
        return new ComboBoxModel(Arrays.stream(ContentVariant.values())
                .map(ContentVariant::parameter)
                .toList());
    }

    private static ContentVariant named(String name) {
        return Arrays.stream(ContentVariant.values())
                .filter(known -> known.parameter().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("variant", Messages.ExistingOptions_variant(name)));
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        id = Util.fixNull(expand.apply(id));
        variant = expand.apply(variant);
    }

    public String getId() {
        return id;
    }

    public boolean isFinished() {
        return finished;
    }

    /** What to fetch instead of the video: thumbnail or spritesheet. */
    public String getVariant() {
        return variant;
    }

    public void setVariant(String variant) {
        this.variant = Util.fixEmptyAndTrim(variant);
    }
}
