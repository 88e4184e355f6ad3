package io.jenkins.plugins.videogeneration.service;

import hudson.Util;
import hudson.util.ListBoxModel;

/** The services as choices of a form. */
public final class ServiceItems {

    private ServiceItems() {}

    /**
     * @param nothing what to call the choice of none
     * @param current the value that the form has; it stays a choice when there is no such service any more
     * @param maySee whether the person at the form may know which services there are
     */
    public static ListBoxModel of(String nothing, String current, boolean maySee) {
        ListBoxModel items = new ListBoxModel();
        items.add(nothing, "");
        String value = Util.fixEmptyAndTrim(current);
        if (!maySee) {
            return value == null ? items : items.add(value);
        }
        VideoServices.get().getServices().forEach(service -> items.add(service.getName()));
        if (value != null && items.stream().noneMatch(item -> item.value.equals(value))) {
            items.add(Messages.ServiceItems_missing(value), value);
        }
        return items;
    }
}
