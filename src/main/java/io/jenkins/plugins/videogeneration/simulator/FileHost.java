package io.jenkins.plugins.videogeneration.simulator;

import okhttp3.HttpUrl;

/**
 * The origin on which signed files are handed out. It is another one than the API's.
 *
 * @param base the root of its URLs
 * @param asked whether a request came to it and not to the API
 */
record FileHost(HttpUrl base, boolean asked) {

    private static final String PREFIX = "signed-files.";

    /** For a front without ports: another host name beside the API's. */
    static FileHost beside(HttpUrl url) {
        boolean asked = url.host().startsWith(PREFIX);
        String host = asked ? url.host() : PREFIX + url.host();
        return new FileHost(
                new HttpUrl.Builder()
                        .scheme(url.scheme())
                        .host(host)
                        .port(url.port())
                        .build(),
                asked);
    }
}
