package io.jenkins.plugins.videogeneration.simulator;

/** How a request's fields are written. */
enum BodyEncoding {
    JSON,
    MULTIPART
}
