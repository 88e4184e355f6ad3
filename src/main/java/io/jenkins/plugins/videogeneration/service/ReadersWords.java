package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.api.Text;
import org.jvnet.localizer.LocaleProvider;

/** What the packages that know no Jenkins have to say, in the language that Jenkins answers in. */
public final class ReadersWords {

    private ReadersWords() {}

    public static String of(Text text) {
        return text.in(LocaleProvider.getLocale());
    }

    /** What an error says, or what it is if it says nothing. */
    public static String of(Throwable error) {
        return of(Text.saidBy(error));
    }
}
