package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.VideosException;

/**
 * Why a render ended without a video.
 *
 * @param problem what happened, in one line; the service's words where it said something
 * @param remedy what a person can do about it
 * @param nothingRuns whether it is certain that the service has no such render: nothing was sent, or it was refused
 */
public record RenderFailure(Text problem, Text remedy, boolean nothingRuns) {

    /** For words that are in no language but this one. */
    public RenderFailure(String problem, String remedy) {
        this(Text.verbatim(problem), Text.verbatim(remedy), false);
    }

    /** What happened, in English. */
    public String message() {
        return problem.words();
    }

    /** What a person can do about it, in English. */
    public String advice() {
        return remedy.words();
    }

    /** @param idKnown whether the service had taken the request before that went wrong */
    static RenderFailure of(Throwable error, boolean idKnown) {
        boolean nothingRuns = !idKnown && leftNothing(error);
        if (error instanceof RenderException e) {
            return new RenderFailure(e.text(), e.failure().remedy(), nothingRuns);
        }
        if (error instanceof VideosException e) {
            return new RenderFailure(e.text(), e.adviceText(), nothingRuns);
        }
        return new RenderFailure(Text.saidBy(error), Text.of("render.RenderFailure.log"), false);
    }

    /** Of what nobody expected nothing is certain. */
    static boolean leftNothing(Throwable error) {
        if (error instanceof VideosException refusal) {
            return !refusal.leavesOpenWhetherDone();
        }
        return error instanceof RenderException && !(error instanceof RenderInDoubtException);
    }
}
