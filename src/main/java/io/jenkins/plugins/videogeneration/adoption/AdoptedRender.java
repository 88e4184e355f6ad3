package io.jenkins.plugins.videogeneration.adoption;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogeneration.artifact.DeliveryPlace;
import io.jenkins.plugins.videogeneration.artifact.VideoDelivery;
import io.jenkins.plugins.videogeneration.render.Admission;
import io.jenkins.plugins.videogeneration.render.RenderContext;
import io.jenkins.plugins.videogeneration.render.RenderJournal;
import io.jenkins.plugins.videogeneration.render.RenderListener;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.render.TimedDelivery;
import io.jenkins.plugins.videogeneration.run.BuildJournal;
import io.jenkins.plugins.videogeneration.run.BuildVideos;
import io.jenkins.plugins.videogeneration.run.ClaimRegister;
import io.jenkins.plugins.videogeneration.run.OpenRender;
import io.jenkins.plugins.videogeneration.run.OpenRenders;
import io.jenkins.plugins.videogeneration.run.ServiceClient;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import java.io.IOException;
import java.util.Objects;

/**
 * An open render and what the engine needs to go on with it.
 *
 * @param run the build that asked for it, or null if it is gone; then it can be deleted, but not fetched
 * @param known what is known about it
 * @param journal where what becomes of it is written down
 */
record AdoptedRender(OpenRender open, Run<?, ?> run, RenderRecord known, RenderJournal journal) {

    static AdoptedRender of(OpenRender open, Run<?, ?> run) throws IOException {
        String key = open.record().key();
        if (run == null) {
            RenderJournal list = record -> {
                if (record.isOpen()) {
                    OpenRenders.get().put(open.as(record));
                } else {
                    OpenRenders.get().remove(key);
                }
            };
            return new AdoptedRender(open, null, open.record(), list);
        }
        BuildVideos videos = BuildVideos.of(run);
        RenderRecord known = videos.journal(key).read().orElse(open.record());
        return new AdoptedRender(open, run, known, new BuildJournal(videos, key, run, open.credentialsId(), true));
    }

    RenderContext context(RenderListener listener) throws IOException {
        String key = known.key();
        BuildVideos videos = run == null ? null : BuildVideos.of(run);
        return new RenderContext(
                open.job() + "#" + open.build(),
                new ServiceClient(run, known.request().service(), open.credentialsId()),
                journal,
                listener,
                () -> Objects.requireNonNull(videos, "its build is gone").folder(key),
                new TimedDelivery(
                        new VideoDelivery(run, DeliveryPlace.NO_WORKSPACE, true, TaskListener.NULL),
                        ServiceConnections.timing()),
                ClaimRegister.get().of(key, known.request().service()),
                false,
                Admission.FREE);
    }
}
