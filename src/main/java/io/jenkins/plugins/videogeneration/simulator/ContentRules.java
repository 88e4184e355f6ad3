package io.jenkins.plugins.videogeneration.simulator;

import java.util.Set;

/**
 * How the files of a job are handed out.
 *
 * @param transport the way they take
 * @param variantForm what is made of the parameter {@code variant}
 * @param variants which there are, where they have names
 * @param early what is answered before there is a video
 * @param earlyStatus the HTTP status of that answer
 * @param failedStatus the HTTP status when the job has failed
 * @param expiredStatus the HTTP status when the files are gone
 * @param ranges whether a part can be had
 * @param webp whether thumbnails are in WebP, as the reference's are; otherwise in JPEG
 */
record ContentRules(
        Transport transport,
        VariantForm variantForm,
        Set<Variant> variants,
        Early early,
        int earlyStatus,
        int failedStatus,
        int expiredStatus,
        boolean ranges,
        boolean webp) {

    /** The way that content takes. */
    enum Transport {
        /** The bytes of the file. */
        BYTES,
        /** JSON with the file in base64. */
        BASE64,
        /** A redirect to a signed URL on another origin. */
        REDIRECT,
        /** A refusal: only the job's {@code url} leads to the file, and that is a signed one on another origin. */
        JOB_URL
    }

    /** What there is before there is a video. */
    enum Early {
        /** An error. */
        REFUSED,
        /** An error's body that is labelled as a video, as from a gateway that passes on whatever it got. */
        MISLABELLED,
        /** As much of the file as there is: nobody looks whether it is complete. */
        HALF_A_FILE
    }

    ContentRules {
        variants = Set.copyOf(variants);
    }

    static ContentRules reference() {
        return new ContentRules(
                Transport.BYTES,
                VariantForm.NAMED,
                Set.of(Variant.values()),
                Early.REFUSED,
                404,
                404,
                404,
                true,
                false);
    }

    ContentRules by(Transport value) {
        return new ContentRules(
                value, variantForm, variants, early, earlyStatus, failedStatus, expiredStatus, ranges, webp);
    }

    ContentRules with(VariantForm value) {
        return new ContentRules(
                transport, value, variants, early, earlyStatus, failedStatus, expiredStatus, ranges, webp);
    }

    /** Refuses early requests, those for failed jobs and those for expired ones with these HTTP statuses. */
    ContentRules refusing(int earlyHttp, int failedHttp, int expiredHttp) {
        return new ContentRules(
                transport, variantForm, variants, Early.REFUSED, earlyHttp, failedHttp, expiredHttp, ranges, webp);
    }

    ContentRules early(Early value) {
        return new ContentRules(
                transport, variantForm, variants, value, 200, failedStatus, expiredStatus, ranges, webp);
    }

    ContentRules withoutRanges() {
        return new ContentRules(
                transport, variantForm, variants, early, earlyStatus, failedStatus, expiredStatus, false, webp);
    }

    ContentRules withOnly(Set<Variant> value, boolean webpThumbnails) {
        return new ContentRules(
                transport, variantForm, value, early, earlyStatus, failedStatus, expiredStatus, ranges, webpThumbnails);
    }
}
