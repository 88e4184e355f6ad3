package io.jenkins.plugins.videogeneration.simulator;

/**
 * How jobs are listed.
 *
 * @param cursors whether {@code first_id}, {@code last_id} and {@code has_more} come along
 * @param emptyFirstPage whether the first page is empty while its cursor leads on, as where the jobs of others are filtered out of it
 * @param ordered whether {@code order} is looked at; where it is not, the oldest come first
 */
record ListRules(boolean cursors, boolean emptyFirstPage, boolean ordered) {

    static ListRules reference() {
        return new ListRules(true, false, true);
    }
}
