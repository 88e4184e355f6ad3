package io.jenkins.plugins.videogeneration.service;

/** Limits to test with; null is none. */
public final class Limits {

    private Limits() {}

    public static ServiceLimits of(
            String concurrentRenders, String secondsPerRender, String rendersPerDay, String costPerDay) {
        ServiceLimits limits = new ServiceLimits();
        limits.setConcurrentRenders(concurrentRenders);
        limits.setSecondsPerRender(secondsPerRender);
        limits.setRendersPerDay(rendersPerDay);
        limits.setCostPerDay(costPerDay);
        return limits;
    }

    public static ServiceLimits concurrent(int renders) {
        return of(String.valueOf(renders), null, null, null);
    }

    public static ServiceLimits perDay(int renders) {
        return of(null, null, String.valueOf(renders), null);
    }

    public static ServiceLimits costPerDay(String cost) {
        return of(null, null, null, cost);
    }
}
