package io.jenkins.plugins.videogeneration.simulator;

import java.time.Instant;

/** {@code GET /videos/{id}/content}: a file of a completed job, whole or in part. */
final class DownloadContent implements CallHandler {

    private final ContentRules rules;
    private final JobAnswers answers;
    private final MediaCache media;
    private final SignedFiles signed;
    private final ErrorAnswers errors;

    DownloadContent(ContentRules rules, JobAnswers answers, MediaCache media, SignedFiles signed, ErrorAnswers errors) {
        this.rules = rules;
        this.answers = answers;
        this.media = media;
        this.signed = signed;
        this.errors = errors;
    }

    @Override
    public ApiResponse handle(Call call) {
        Variant variant = rules.variantForm().read(call.query("variant"), rules.variants());
        Job job = answers.find(call);
        Instant now = call.now();
        return switch (job.status(now)) {
            case QUEUED, IN_PROGRESS -> early(job);
            case FAILED -> throw ApiError.of(rules.failedStatus(), "The render failed; there is no video.");
            case COMPLETED -> {
                if (job.expired(now)) {
                    throw ApiError.of(rules.expiredStatus(), "The video has expired.");
                }
                yield answer(job, variant, call);
            }
        };
    }

    private ApiResponse early(Job job) {
        ApiError notReady = ApiError.of(rules.earlyStatus(), "The video is not ready.");
        return switch (rules.early()) {
            case REFUSED -> throw notReady;
            case MISLABELLED -> errors.labelled(notReady, 200, "video/mp4");
            case HALF_A_FILE -> FileAnswers.firstHalf(media.get(job, Variant.VIDEO));
        };
    }

    private ApiResponse answer(Job job, Variant variant, Call call) {
        return switch (rules.transport()) {
            case BYTES -> {
                MediaFile file = media.get(job, variant);
                yield rules.ranges() ? FileAnswers.asAskedFor(call.request().headers(), file) : FileAnswers.whole(file);
            }
            case BASE64 -> FileAnswers.base64(job, media.get(job, variant));
            case REDIRECT ->
                ApiResponse.of(302, "text/plain", new byte[0]).with("location", signed.url(job, variant, call));
            case JOB_URL -> throw ApiError.badRequest(null, "The video is stored elsewhere; use the url of the video.");
        };
    }
}
