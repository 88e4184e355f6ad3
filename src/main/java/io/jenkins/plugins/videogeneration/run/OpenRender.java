package io.jenkins.plugins.videogeneration.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * A render that this Jenkins has asked for, or was about to ask for, and that it has not brought home yet. It knows all
 * that is needed to bring it home, or to have it deleted, even when its build is gone.
 *
 * @param job the full name of the job that asked for it, as the job is called now
 * @param build the number of the build
 * @param credentialsId the key of the build's choice, null for the service's own
 * @param record the render as it was at its last milestone; the build's journal may know more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenRender(String job, int build, String credentialsId, RenderRecord record) {

    static OpenRender of(Run<?, ?> run, String credentialsId, RenderRecord record) {
        return new OpenRender(run.getParent().getFullName(), run.getNumber(), credentialsId, record);
    }

    OpenRender movedTo(String newJob) {
        return new OpenRender(newJob, build, credentialsId, record);
    }

    /** The same render, as it is now. */
    public OpenRender as(RenderRecord now) {
        return new OpenRender(job, build, credentialsId, now);
    }

    /** Its build, if it still exists. Loads it from the disk if need be. */
    public Optional<Run<?, ?>> findBuild() {
        Job<?, ?> found = Jenkins.get().getItemByFullName(job, Job.class);
        return found == null ? Optional.empty() : Optional.ofNullable(found.getBuildByNumber(build));
    }

    /** The service's id of the video, or null if it is in doubt whether the service took the request. */
    @JsonIgnore
    public String videoId() {
        return record.videoId();
    }
}
