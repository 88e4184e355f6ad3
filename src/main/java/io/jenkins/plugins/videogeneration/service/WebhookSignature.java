package io.jenkins.plugins.videogeneration.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the messages of a service from those of anybody else, as Standard Webhooks lays down. It holds the secret. */
public final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    /** Clocks differ, and messages travel; an older one may be a recording. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    /**
     * @param secret as the service shows it: base64, usually after {@code whsec_}
     * @throws IllegalArgumentException if it is not that; the message does not quote it
     */
    public WebhookSignature(String secret) {
        String text = secret == null ? "" : secret.trim();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        } catch (IllegalArgumentException e) {
            // the cause is left out, since it names a character
            throw new IllegalArgumentException(Messages.WebhookSignature_noBase64(PREFIX));
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException(Messages.WebhookSignature_empty());
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Whether the service has signed this, and lately.
     *
     * @param id the header {@code webhook-id}, or null
     * @param timestamp the header {@code webhook-timestamp}: seconds since 1970, or null
     * @param signatures the header {@code webhook-signature}: one or more, divided by spaces, or null
     * @param body as it came
     */
    public boolean isOf(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id == null || signatures == null || !isFresh(timestamp, now)) {
            return false;
        }
        byte[] right = sign(id, timestamp, body).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String signature : signatures.split(" ")) {
            // in constant time: how much of a guess is right shall not show
            found |= MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** The signature of a message, for those who send some. */
    public String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static boolean isFresh(String timestamp, Instant now) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
