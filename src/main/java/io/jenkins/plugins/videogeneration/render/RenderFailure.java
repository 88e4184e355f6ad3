package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.VideosException;

/**
 * Why a render ended without a video.
 *
 * @param message what happened, in one line; the service's words where it said something
 * @param advice what a person can do about it
 * @param nothingRuns whether it is certain that the service has no such render: nothing was sent, or it was refused
 */
public record RenderFailure(String message, String advice, boolean nothingRuns) {

    public RenderFailure(String message, String advice) {
        this(message, advice, false);
    }

    /** @param idKnown whether the service had taken the request before that went wrong */
    static RenderFailure of(Throwable error, boolean idKnown) {
        boolean nothingRuns = !idKnown && leftNothing(error);
        if (error instanceof RenderException e) {
            return new RenderFailure(e.getMessage(), e.failure().advice(), nothingRuns);
        }
        if (error instanceof VideosException e) {
            return new RenderFailure(e.getMessage(), e.advice(), nothingRuns);
        }
        return new RenderFailure(
                error.getMessage() == null ? error.toString() : error.getMessage(), "See the log for the details.");
    }

    /** Of what nobody expected nothing is certain. */
    static boolean leftNothing(Throwable error) {
        if (error instanceof VideosException refusal) {
            return !refusal.leavesOpenWhetherDone();
        }
        return error instanceof RenderException && !(error instanceof RenderInDoubtException);
    }
}
