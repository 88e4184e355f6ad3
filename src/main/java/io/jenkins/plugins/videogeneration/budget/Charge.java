package io.jenkins.plugins.videogeneration.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.videogeneration.render.Cost;

/**
 * A line of the ledger: a render that was asked for, or that counts for nothing after all.
 *
 * @param key the render's, so that a restart does not count it twice
 * @param job the full name of its job
 * @param cost what it was estimated to cost, or null
 * @param takenBack whether the service did not take it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Charge(String key, String job, Cost cost, boolean takenBack) {}
