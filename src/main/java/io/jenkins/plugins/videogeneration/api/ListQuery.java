package io.jenkins.plugins.videogeneration.api;

import java.util.Locale;

/**
 * Which page of the list to ask for.
 *
 * @param after the cursor: the last id of the page before, or null for the first page
 * @param limit how many videos, 1 to 100, or null for the service's default
 * @param order by time of creation, or null for the service's default
 */
public record ListQuery(String after, Integer limit, Order order) {

    /** By time of creation. */
    public enum Order {
        ASC,
        DESC;

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ListQuery {
        if (limit != null && (limit < 1 || limit > 100)) {
            throw new IllegalArgumentException("limit is " + limit + ", but a page has 1 to 100 videos");
        }
    }

    /** The newest videos, as many as fit on one page. */
    public static ListQuery newest() {
        return new ListQuery(null, 100, Order.DESC);
    }

    public ListQuery after(String cursor) {
        return new ListQuery(cursor, limit, order);
    }
}
