package io.jenkins.plugins.videogeneration.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Where a Videos API lives and how to talk to it.
 *
 * @param baseUrl the URL that {@code /videos} is appended to; it usually ends in {@code /v1} and may have a query
 * @param authentication how requests prove who sends them
 * @param headers sent with every request to the service, for example {@code OpenAI-Organization}
 * @param query added to every URL of the service, for example {@code api-version}
 * @param createEncoding how the body of a create is written
 * @param fieldNames what the service calls fields that it has another name for, such as {@code duration} for
 *     {@code seconds}
 */
public record Endpoint(
        HttpUrl baseUrl,
        Authentication authentication,
        Map<String, String> headers,
        Map<String, String> query,
        CreateEncoding createEncoding,
        Map<String, String> fieldNames) {

    public Endpoint {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(authentication, "authentication");
        Objects.requireNonNull(createEncoding, "createEncoding");
        headers = Map.copyOf(headers);
        headers.forEach(Endpoint::requireHeader);
        query = Map.copyOf(query);
        fieldNames = Map.copyOf(fieldNames);
    }

    /** An endpoint that calls all fields what the reference protocol calls them. */
    public Endpoint(
            HttpUrl baseUrl,
            Authentication authentication,
            Map<String, String> headers,
            Map<String, String> query,
            CreateEncoding createEncoding) {
        this(baseUrl, authentication, headers, query, createEncoding, Map.of());
    }

    /** An endpoint of the reference protocol, without extras. */
    public static Endpoint of(String baseUrl, Authentication authentication) {
        return new Endpoint(parseBaseUrl(baseUrl), authentication, Map.of(), Map.of(), CreateEncoding.AUTO);
    }

    /**
     * @throws InvalidSettingException with words for the person who typed the URL: it is not http or https, has no
     *     host, or carries user info or a fragment
     */
    public static HttpUrl parseBaseUrl(String text) {
        String value = text == null ? "" : text.trim();
        if (value.isEmpty()) {
            throw new InvalidSettingException(Text.of("api.Endpoint.empty"));
        }
        HttpUrl url = HttpUrl.parse(value);
        if (url == null) {
            throw new InvalidSettingException(Text.of("api.Endpoint.noUrl", withoutQuery(value)));
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            // the value is not quoted, because it holds a password
            throw new InvalidSettingException(Text.of("api.Endpoint.userInfo"));
        }
        if (url.fragment() != null) {
            throw new InvalidSettingException(Text.of("api.Endpoint.fragment", withoutQuery(value)));
        }
        return url;
    }

    /**
     * @throws InvalidSettingException with words for the person who typed it: HTTP can't carry such a header. The value is
     *     not quoted, because it may be a secret
     */
    public static void requireHeader(String name, String value) {
        if (!Authentication.Header.isName(name)) {
            throw new InvalidSettingException(Text.of("api.Endpoint.headerName", name));
        }
        if (!Authentication.Header.isValue(value)) {
            throw new InvalidSettingException(Text.of("api.Endpoint.headerValue", name));
        }
    }

    /** The URL of a path below {@code /videos}; each segment is percent-encoded, so that an id can hold any character. */
    HttpUrl videosUrl(List<String> segments) {
        HttpUrl.Builder url = baseUrl.newBuilder();
        int last = baseUrl.pathSize() - 1;
        if (baseUrl.pathSegments().get(last).isEmpty()) {
            url.removePathSegment(last);
        }
        url.addPathSegment("videos");
        segments.forEach(url::addPathSegment);
        query.forEach(url::setQueryParameter);
        return url.build();
    }

    /** A digest of what decides which videos the service shows: its address, the key, and what goes along. */
    String account() {
        Request.Builder request = new Request.Builder().url(videosUrl(List.of()));
        headers.forEach(request::header);
        authentication.applyTo(request);
        Request asked = request.build();
        String text = asked.url() + "\n" + new TreeMap<>(asked.headers().toMultimap());
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The fields under the names that this service knows them by.
     *
     * @throws InvalidRequestException if one has such a name already: it would pass by what is checked, and limited,
     *     under our name for it
     */
    Map<String, Object> named(Map<String, Object> fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            fieldNames.forEach((ours, theirs) -> {
                if (name.equals(theirs) && !name.equals(ours)) {
                    throw new InvalidRequestException("extra", Text.of("api.Endpoint.theirName", name, ours));
                }
            });
            named.put(fieldNames.getOrDefault(name, name), value);
        });
        return named;
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "Endpoint[" + withoutQuery(baseUrl.toString()) + "]";
    }

    /** An address as people may see it: in a query there may be a key. */
    public static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    boolean isSameOrigin(HttpUrl other) {
        return baseUrl.scheme().equals(other.scheme())
                && baseUrl.host().equals(other.host())
                && baseUrl.port() == other.port();
    }
}
