/**
 * The Videos API over HTTP: requests, answers, errors and retries. Nothing in here knows Jenkins.
 *
 * <p>{@link io.jenkins.plugins.videogeneration.api.VideosClient} has one method per endpoint; each returns an
 * {@link io.jenkins.plugins.videogeneration.api.ApiCall} that runs synchronously or asynchronously. The protocol is
 * open: models, sizes, durations and status values are strings, and answers are read leniently, because every server
 * that speaks it has its own dialect.
 */
package io.jenkins.plugins.videogeneration.api;
