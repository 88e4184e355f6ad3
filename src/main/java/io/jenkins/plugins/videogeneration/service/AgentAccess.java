package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.DownloadLimits;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Secrets;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.io.Serializable;
import java.util.HashMap;
import okhttp3.HttpUrl;

/**
 * What an agent needs to fetch a video from a service by itself, with the key as it is now. It is made for one video,
 * travels to one agent and is never written down.
 */
public final class AgentAccess implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String baseUrl;
    private final HashMap<String, String> headers;
    private final HashMap<String, String> query;
    /** Null if the key is a bearer token, or if there is none. */
    private final String keyHeader;
    /** Null if the service wants none. */
    private final String key;

    private final long maxBytes;

    /**
     * @param endpoint where the service is
     * @param keyHeader the header that carries the bare key, or null if it is a bearer token
     * @param key the key in clear, or null if the service wants none
     * @param maxBytes the largest video that is fetched
     */
    AgentAccess(Endpoint endpoint, String keyHeader, String key, long maxBytes) {
        this.baseUrl = endpoint.baseUrl().toString();
        this.headers = new HashMap<>(endpoint.headers());
        this.query = new HashMap<>(endpoint.query());
        this.keyHeader = keyHeader;
        this.key = key == null ? null : key.trim();
        this.maxBytes = maxBytes;
    }

    /** A client of the service, on the machine where this is called. */
    public VideosClient client(HttpClients http, Timing timing) {
        return new VideosClient(endpoint(), http, timing).with(DownloadLimits.NONE.withMaxBytes(maxBytes));
    }

    private Endpoint endpoint() {
        return new Endpoint(HttpUrl.get(baseUrl), authentication(), headers, query, CreateEncoding.AUTO);
    }

    private Authentication authentication() {
        if (key == null) {
            return new Authentication.None();
        }
        ApiKey apiKey = new ApiKey(key);
        return keyHeader == null ? new Authentication.Bearer(apiKey) : new Authentication.Header(keyHeader, apiKey);
    }

    /** The text with the key blotted out, and what looks like one in the settings. */
    public String redact(String text) {
        return Secrets.of(endpoint()).redact(text);
    }

    @Override
    public String toString() {
        return "access to " + Endpoint.withoutQuery(baseUrl);
    }
}
