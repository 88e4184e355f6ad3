package io.jenkins.plugins.videogeneration.run;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.api.ContentVariant;
import io.jenkins.plugins.videogeneration.api.OneLine;
import io.jenkins.plugins.videogeneration.artifact.ArtifactCopy;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.VariantFile;
import io.jenkins.plugins.videogeneration.render.VideoFile;
import io.jenkins.plugins.videogeneration.service.ReadersWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Brings a video here that the job has already, from an earlier build or from this one, instead of a new render. */
final class ReusedVideo {

    /** A job may never have archived what it rendered; each try loads a build and may read a large file. */
    private static final int TRIES = 10;

    private final Run<?, ?> run;
    private final TaskListener console;
    private final Path folder;

    /** @param folder where the video is put */
    ReusedVideo(Run<?, ?> run, TaskListener console, Path folder) {
        this.run = run;
        this.console = console;
        this.folder = folder;
    }

    /** The render with the video of an earlier one, or nothing if there is none that is whole. */
    Optional<RenderRecord> instead(RenderRecord wanted) throws InterruptedException {
        Iterator<EarlierVideos.Found> all = new EarlierVideos(run)
                .of(wanted.request().fingerprint())
                .limit(TRIES)
                .iterator();
        while (all.hasNext()) {
            EarlierVideos.Found found = all.next();
            int build = found.build().getNumber();
            try {
                RenderRecord reused = bring(found, wanted);
                say(Messages.ReusedVideo_reused(reused.file().name(), build, reused.videoId()));
                return Optional.of(reused);
            } catch (IOException e) {
                say(Messages.ReusedVideo_damaged(build, ReadersWords.of(e)));
            }
        }
        say(Messages.ReusedVideo_none());
        return Optional.empty();
    }

    private RenderRecord bring(EarlierVideos.Found found, RenderRecord wanted)
            throws IOException, InterruptedException {
        RenderRecord earlier = found.record();
        ArtifactCopy artifacts = new ArtifactCopy(found.build());
        VideoFile video = earlier.file();
        artifacts.bring(video.name(), video.sha256(), folder.resolve(wanted.fileName()));
        VideoFile own = new VideoFile(
                wanted.fileName(),
                video.bytes(),
                video.sha256(),
                video.width(),
                video.height(),
                video.durationSeconds());
        return wanted.reusing(earlier, found.build().getNumber(), own, pictures(earlier, wanted, artifacts));
    }

    /** A picture that is missing is no reason to pay for a render. */
    private List<VariantFile> pictures(RenderRecord earlier, RenderRecord wanted, ArtifactCopy artifacts)
            throws InterruptedException {
        List<VariantFile> pictures = new ArrayList<>();
        for (ContentVariant variant : wanted.variants()) {
            if (variant == ContentVariant.VIDEO) {
                continue;
            }
            Optional<VariantFile> picture = earlier.pictures().stream()
                    .filter(candidate -> candidate.variant() == variant)
                    .findFirst();
            try {
                VariantFile there = picture.orElseThrow(() -> new IOException(Messages.ReusedVideo_noPicture()));
                String ending = there.name().substring(there.name().lastIndexOf('.'));
                String name = wanted.fileName().replaceAll("[.][^./]*$", "") + "." + variant.parameter() + ending;
                artifacts.bring(there.name(), there.sha256(), folder.resolve(name));
                pictures.add(new VariantFile(variant, name, there.mediaType(), there.bytes(), there.sha256()));
            } catch (IOException e) {
                say(Messages.ConsoleReport_withoutPicture(variant.parameter(), ReadersWords.of(e)));
            }
        }
        return pictures;
    }

    private void say(String line) {
        console.getLogger().println(ConsoleReport.PREFIX + OneLine.of(line));
    }
}
