package io.jenkins.plugins.videogeneration.simulator;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.BufferedSource;

/**
 * A request as both fronts hand it to the core.
 *
 * @param method in upper case
 * @param url with path and query; its host and port do not matter
 * @param headers as they came
 * @param body to be read once, at most; empty when there is none
 * @param files where signed files are, and whether they are what it asks for
 */
record ApiRequest(String method, HttpUrl url, Headers headers, BufferedSource body, FileHost files) {

    /** A request to a front that has signed files beside the API. */
    ApiRequest(String method, HttpUrl url, Headers headers, BufferedSource body) {
        this(method, url, headers, body, FileHost.beside(url));
    }
}
