package io.jenkins.plugins.videogeneration.run;

import hudson.Util;
import io.jenkins.plugins.videogeneration.api.CreateCharacterRequest;
import io.jenkins.plugins.videogeneration.api.Upload;
import io.jenkins.plugins.videogeneration.api.VideoCharacter;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The wish for a new character. Services have no way to list or delete characters, so it is sent once. */
public final class NewCharacterQuery extends VideoQuery {

    private static final long serialVersionUID = 1L;

    private String name;
    private String video;

    /**
     * @param name what prompts call the character
     * @param video a video file of the workspace that shows it
     */
    public NewCharacterQuery(String name, String video) {
        this.name = Util.fixNull(name).trim();
        this.video = Util.fixNull(video).trim();
    }

    @Override
    public VideoOperation operation() {
        return VideoOperation.CREATE_CHARACTER;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    CompletableFuture<?> ask(VideosClient client, WorkspaceFiles files, Departure departure)
            throws IOException, InterruptedException {
        CreateCharacterRequest.checkName(name);
        Upload upload = files.bring("video", video);
        CreateCharacterRequest request = new CreateCharacterRequest(name, upload);
        departure.leaves();
        return plain(client.createCharacter(request, departure.unwanted()), this::named);
    }

    @Override
    String doubt() {
        return Messages.NewCharacterQuery_doubt(name);
    }

    /** Some services do not repeat the name. */
    private Map<String, Object> named(VideoCharacter character) {
        Map<String, Object> result = VideoResult.of(character);
        result.putIfAbsent("name", name);
        return result;
    }

    @Override
    void expand(UnaryOperator<String> expand) {
        super.expand(expand);
        name = expand.apply(name);
        video = expand.apply(video);
    }

    public String getName() {
        return name;
    }

    public String getVideo() {
        return video;
    }
}
