package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.InputReference;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import io.jenkins.plugins.videogeneration.api.SubmitRequest;
import io.jenkins.plugins.videogeneration.api.Upload;
import io.jenkins.plugins.videogeneration.render.ReferenceImage;
import io.jenkins.plugins.videogeneration.service.VideoService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The options of a new video from a prompt. */
public final class GenerateOptions extends SubmitOptions {

    private static final long serialVersionUID = 1L;

    private String model;
    private String size;
    private String seconds;
    private String inputReference;
    private String inputReferenceUrl;
    private String inputReferenceFileId;
    private boolean fitInputReference;
    private boolean reuse;
    private ArrayList<String> characters = new ArrayList<>();

    public GenerateOptions(String prompt) {
        super(prompt);
    }

    @Override
    public SubmitRequest request(VideoService renderer, WorkspaceFiles files) throws IOException, InterruptedException {
        checkReferences();
        CreateVideoRequest request = renderer.withDefaults(getPrompt(), model, size, seconds, characters, getExtra());
        return request.withInputReference(reference(request.size(), files));
    }

    /** @throws InvalidRequestException if there are several, or one can't be right */
    void checkReferences() {
        requireOneReference();
        urlOrFileId();
    }

    private void requireOneReference() {
        List<String> given = new ArrayList<>();
        if (inputReference != null) {
            given.add("inputReference");
        }
        if (inputReferenceUrl != null) {
            given.add("inputReferenceUrl");
        }
        if (inputReferenceFileId != null) {
            given.add("inputReferenceFileId");
        }
        if (given.size() > 1) {
            throw new InvalidRequestException(given.get(1), Messages.GenerateOptions_beside(given.get(0)));
        }
    }

    private InputReference reference(String requestedSize, WorkspaceFiles files)
            throws IOException, InterruptedException {
        if (inputReference != null) {
            Upload file = files.bring("inputReference", inputReference);
            return new InputReference.OfFile(ReferenceImage.of(file, requestedSize, fitInputReference, files.folder()));
        }
        if (inputReferenceUrl != null) {
            ReferenceImage.checkDataUrl("inputReferenceUrl", inputReferenceUrl, requestedSize);
        }
        return urlOrFileId();
    }

    private InputReference urlOrFileId() {
        if (inputReferenceUrl != null) {
            return named("inputReferenceUrl", () -> new InputReference.OfUrl(inputReferenceUrl));
        }
        return inputReferenceFileId == null
                ? null
                : named("inputReferenceFileId", () -> new InputReference.OfFileId(inputReferenceFileId));
    }

    /** The protocol has one field for what are several here. */
    private static InputReference named(String field, Supplier<InputReference> reference) {
        try {
            return reference.get();
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(field, e.problem());
        }
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        model = expand.apply(model);
        size = expand.apply(size);
        seconds = expand.apply(seconds);
        inputReference = expand.apply(inputReference);
        inputReferenceUrl = expand.apply(inputReferenceUrl);
        inputReferenceFileId = expand.apply(inputReferenceFileId);
        setCharacters(characters.stream().map(expand).toList());
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    public String getSize() {
        return size;
    }

    public void setSize(String size) {
        this.size = Util.fixEmptyAndTrim(size);
    }

    public String getSeconds() {
        return seconds;
    }

    public void setSeconds(String seconds) {
        this.seconds = Util.fixEmptyAndTrim(seconds);
    }

    public String getInputReference() {
        return inputReference;
    }

    public void setInputReference(String inputReference) {
        this.inputReference = Util.fixEmptyAndTrim(inputReference);
    }

    public String getInputReferenceUrl() {
        return inputReferenceUrl;
    }

    public void setInputReferenceUrl(String inputReferenceUrl) {
        this.inputReferenceUrl = Util.fixEmptyAndTrim(inputReferenceUrl);
    }

    public String getInputReferenceFileId() {
        return inputReferenceFileId;
    }

    public void setInputReferenceFileId(String inputReferenceFileId) {
        this.inputReferenceFileId = Util.fixEmptyAndTrim(inputReferenceFileId);
    }

    public boolean isFitInputReference() {
        return fitInputReference;
    }

    public void setFitInputReference(boolean fitInputReference) {
        this.fitInputReference = fitInputReference;
    }

    /** Whether a video of an earlier build of the job will do that was asked for in the same way. */
    @Override
    public boolean isReuse() {
        return reuse;
    }

    public void setReuse(boolean reuse) {
        this.reuse = reuse;
    }

    public List<String> getCharacters() {
        return List.copyOf(characters);
    }

    /** Ids, one in each element or several in one, divided by commas or white space, as in a form. */
    public void setCharacters(List<String> characters) {
        Stream<String> ids = characters == null ? Stream.empty() : characters.stream();
        this.characters = new ArrayList<>(ids.filter(Objects::nonNull)
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(id -> !id.isEmpty())
                .toList());
    }
}
