package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a user can say about any render, wherever it is started from. Plain values, saved with the build. Subclasses say
 * what is rendered.
 */
public abstract class RenderOptions implements Serializable, Cloneable {

    private static final long serialVersionUID = 1L;

    public static final int DEFAULT_TIMEOUT_MINUTES = 30;
    public static final int MAX_TIMEOUT_MINUTES = 24 * 60;
    public static final int DEFAULT_POLL_SECONDS = 10;
    public static final int MAX_POLL_SECONDS = 10 * 60;

    private String service;
    private String credentialsId;
    private String file;
    private boolean archive = true;
    private boolean thumbnail;
    private boolean spritesheet;
    private boolean wait = true;
    private int timeoutMinutes = DEFAULT_TIMEOUT_MINUTES;
    private int pollSeconds = DEFAULT_POLL_SECONDS;

    /** The words that a file's name is made of if the user gives none. */
    abstract String title();

    /** @throws InvalidRequestException if a value that concerns the build, not the service, can't be right */
    public void check(boolean hasWorkspace) {
        VideoNames.check(file);
        requireRange("timeoutMinutes", timeoutMinutes, MAX_TIMEOUT_MINUTES);
        requireRange("pollSeconds", pollSeconds, MAX_POLL_SECONDS);
        if (!archive && !hasWorkspace && wait) {
            throw new InvalidRequestException("archive", Messages.RenderOptions_nowhere());
        }
    }

    private static void requireRange(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidRequestException(
                    field, Messages.RenderOptions_range(String.valueOf(value), String.valueOf(max)));
        }
    }

    /** The same options with the variables of a freestyle build put in; what is empty then is as if it had been left blank. */
    public final RenderOptions expanded(UnaryOperator<String> expand) {
        try {
            RenderOptions copy = (RenderOptions) clone();
            copy.expand(value -> value == null ? null : Util.fixEmptyAndTrim(expand.apply(value)));
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Subclasses expand their own fields too. */
    void expand(UnaryOperator<String> expand) {
        service = expand.apply(service);
        credentialsId = expand.apply(credentialsId);
        file = expand.apply(file);
    }

    /** What is fetched of the video; nothing if it is not waited for. */
    public List<ContentVariant> variants() {
        if (!wait) {
            return List.of();
        }
        List<ContentVariant> variants = new ArrayList<>(List.of(ContentVariant.VIDEO));
        if (thumbnail) {
            variants.add(ContentVariant.THUMBNAIL);
        }
        if (spritesheet) {
            variants.add(ContentVariant.SPRITESHEET);
        }
        return variants;
    }

    public Duration timeout() {
        return Duration.ofMinutes(timeoutMinutes);
    }

    public Duration pollInterval() {
        return Duration.ofSeconds(pollSeconds);
    }

    /** Plain values alone, so that they can be saved: a text with variables in it, say, becomes text. */
    static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (values == null) {
            return plain;
        }
        values.forEach((name, value) -> plain.put(name, plainValue(value)));
        return plain;
    }

    private static Object plainValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, item) -> plain.put(String.valueOf(name), plainValue(item)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(RenderOptions::plainValue).toList());
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    public boolean isArchive() {
        return archive;
    }

    public void setArchive(boolean archive) {
        this.archive = archive;
    }

    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = timeoutMinutes;
    }

    public int getPollSeconds() {
        return pollSeconds;
    }

    public void setPollSeconds(int pollSeconds) {
        this.pollSeconds = pollSeconds;
    }

    public boolean isThumbnail() {
        return thumbnail;
    }

    public void setThumbnail(boolean thumbnail) {
        this.thumbnail = thumbnail;
    }

    public boolean isSpritesheet() {
        return spritesheet;
    }

    public void setSpritesheet(boolean spritesheet) {
        this.spritesheet = spritesheet;
    }

    public boolean isWait() {
        return wait;
    }

    public void setWait(boolean wait) {
        this.wait = wait;
    }
}
