package io.jenkins.plugins.videogeneration.service;

import hudson.Util;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** The rule for the names of services: steps choose a service by its name, so each needs one of its own. */
final class ServiceNames {

    private ServiceNames() {}

    /** As they stand in a submitted form. */
    static List<String> submitted(Object services) {
        return JSONArray.fromObject(services == null ? List.of() : services).stream()
                .map(service -> ((JSONObject) service).optString("name").trim())
                .toList();
    }

    /** @throws IllegalArgumentException if one is missing or there twice */
    static void check(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (Util.fixEmptyAndTrim(name) == null) {
                throw new IllegalArgumentException(Messages.VideoService_nameMissing());
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException(Messages.VideoServices_nameTwice(name));
            }
        }
    }
}
