package io.jenkins.plugins.videogeneration.gallery;

import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VariantFile;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import io.jenkins.plugins.videogeneration.run.VideosPage;
import java.io.IOException;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The files of a render among the artifacts of its build: for players and downloads, and their addresses for the remote
 * API. An address is null if the file is not there, or the reader may not see artifacts.
 */
@ExportedBean(defaultVisibility = 3)
@Restricted(NoExternalUse.class)
public final class CardFiles {

    private final Run<?, ?> run;
    private final RenderRecord record;
    private final StoredNames stored;

    CardFiles(Run<?, ?> run, RenderRecord record, StoredNames stored) {
        this.run = run;
        this.record = record;
        this.stored = stored;
    }

    /** Where a render's own pages are, relative to Jenkins. */
    static String url(Run<?, ?> run, RenderRecord record) {
        return run.getUrl() + VideosPage.URL_NAME + "/render/" + Util.rawEncode(record.key());
    }

    /** Whether the video is among the artifacts, and the reader may see these. */
    public boolean isPlayable() throws IOException {
        return record.file() != null && isShown(record.file().name());
    }

    /** Whether there was a video that is no artifact any more, or never was. */
    public boolean isGone() throws IOException {
        return record.file() != null && !stored.has(record.file().name());
    }

    public boolean isWithoutPermission() {
        return record.file() != null && !ArtifactPaths.mayRead(run);
    }

    public boolean isWithThumbnail() throws IOException {
        return isShown(ContentVariant.THUMBNAIL);
    }

    public boolean isWithSpritesheet() throws IOException {
        return isShown(ContentVariant.SPRITESHEET);
    }

    /** The artifact's own address, relative to Jenkins. */
    public String getDownloadUrl() {
        return record.file() == null
                ? null
                : ArtifactPaths.url(run, record.file().name());
    }

    /** The artifact that tells where the video comes from, relative to Jenkins, or null. */
    public String getProvenanceUrl() throws IOException {
        String name = StoredNames.provenance(record);
        return record.file() != null && isShown(name) ? ArtifactPaths.url(run, name) : null;
    }

    /** For a player: knows parts of the file, wherever it is stored. */
    @Exported
    public String getPlayback() throws IOException {
        return isPlayable() ? absolute(url(run, record) + "/video") : null;
    }

    @Exported
    public String getDownload() throws IOException {
        return isPlayable() ? absolute(getDownloadUrl()) : null;
    }

    @Exported
    public String getProvenance() throws IOException {
        return getProvenanceUrl() == null ? null : absolute(getProvenanceUrl());
    }

    @Exported
    public String getThumbnail() throws IOException {
        return isWithThumbnail() ? absolute(url(run, record) + "/thumbnail") : null;
    }

    @Exported
    public String getSpritesheet() throws IOException {
        return isWithSpritesheet() ? absolute(url(run, record) + "/spritesheet") : null;
    }

    /** @param file null if there is no video */
    HttpResponse play(VideoFile file) {
        return file == null ? HttpResponses.notFound() : play(file.name(), "video/mp4", file.sha256());
    }

    HttpResponse play(ContentVariant variant) {
        return find(variant)
                .map(picture -> play(picture.name(), picture.mediaType(), picture.sha256()))
                .orElseGet(HttpResponses::notFound);
    }

    private HttpResponse play(String name, String mediaType, String sha256) {
        ArtifactPaths.checkMayRead(run);
        return new Playback(run.getArtifactManager().root().child(name), mediaType, sha256);
    }

    private boolean isShown(ContentVariant variant) throws IOException {
        Optional<VariantFile> picture = find(variant);
        return picture.isPresent() && isShown(picture.get().name());
    }

    private boolean isShown(String name) throws IOException {
        return ArtifactPaths.mayRead(run) && stored.has(name);
    }

    private Optional<VariantFile> find(ContentVariant variant) {
        return record.pictures().stream()
                .filter(picture -> picture.variant() == variant)
                .findFirst();
    }

    private static String absolute(String url) {
        return Jenkins.get().getRootUrl() + url;
    }
}
