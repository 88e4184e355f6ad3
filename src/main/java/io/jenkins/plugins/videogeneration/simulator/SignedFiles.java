package io.jenkins.plugins.videogeneration.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * A store of files on an origin of its own, as gateways have one: whoever has the URL has the file, for a while. As real stores do, it
 * refuses a request that brings a key besides the signature.
 */
final class SignedFiles {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final String FOLDER = "files";

    private final Records<Job> jobs;
    private final MediaCache media;
    private final AccessRules access;

    SignedFiles(Records<Job> jobs, MediaCache media, AccessRules access) {
        this.jobs = jobs;
        this.media = media;
        this.access = access;
    }

    /** Where the file can be had by anybody. */
    String url(Job job, Variant variant, Call call) {
        long expires = call.now().plus(VALID).getEpochSecond();
        return call.request()
                .files()
                .base()
                .newBuilder()
                .addPathSegment(FOLDER)
                .addPathSegment(job.id())
                .addPathSegment(variant.word())
                .addQueryParameter("expires", Long.toString(expires))
                .addQueryParameter("signature", signature(job.id(), variant.word(), expires))
                .build()
                .toString();
    }

    ApiResponse answer(ApiRequest request, Instant now) {
        HttpUrl url = request.url();
        List<String> path = url.pathSegments();
        if (bringsKey(request)) {
            return refusal(400, "Only one way of authentication is allowed");
        }
        if (!request.method().equals("GET") || path.size() != 3 || !path.get(0).equals(FOLDER)) {
            return refusal(404, "No such file");
        }
        String expires = String.valueOf(url.queryParameter("expires"));
        boolean valid = expires.matches("\\d{1,12}")
                && signature(path.get(1), path.get(2), Long.parseLong(expires)).equals(url.queryParameter("signature"))
                && now.getEpochSecond() < Long.parseLong(expires);
        if (!valid) {
            return refusal(403, "The signature is wrong or has expired");
        }
        Optional<Job> job = jobs.find(path.get(1)).filter(found -> !found.expired(now));
        Optional<Variant> variant = Variant.parse(path.get(2));
        return job.isEmpty() || variant.isEmpty()
                ? refusal(404, "No such file")
                : FileAnswers.whole(media.get(job.get(), variant.get()));
    }

    private boolean bringsKey(ApiRequest request) {
        return Stream.concat(Stream.of("authorization"), access.keyHeaders().stream())
                .anyMatch(name -> request.headers().get(name) != null);
    }

    private static ApiResponse refusal(int status, String message) {
        String xml = "<?xml version=\"1.0\"?><Error><Message>" + message + "</Message></Error>";
        return ApiResponse.of(status, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells a whole URL from one that was cut or changed. It guards nothing: there is nothing to guard. */
    private static String signature(String id, String variant, long expires) {
        try {
            byte[] text = (id + '/' + variant + '/' + expires).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
