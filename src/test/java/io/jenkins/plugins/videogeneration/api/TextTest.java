package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words in English for logs and journals, and in the reader's language for the reader. */
class TextTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void isEnglishWhateverTheMachineSpeaks() {
        Locale.setDefault(Locale.GERMANY);
        Text size = Text.of("api.RequestRules.size", "big");

        assertThat(size.toString(), is("is 'big', but has to be WIDTHxHEIGHT in pixels, for example 1280x720"));
        assertThat(size.in(Locale.ENGLISH), is(size.words()));
        assertThat("a language that is not there", size.in(new Locale("fi")), is(size.words()));
    }

    @Test
    void isInTheLanguageOfTheReaderWithAllThatIsInIt() {
        Text number = Text.of("api.RequestRules.tooLong", 32_001, Text.of("api.VideoOperation.LIST"));

        assertThat(
                number.in(Locale.GERMANY),
                is("hat 32001 Zeichen, erlaubt sind h\u00f6chstens Videos auflisten. K\u00fcrzen Sie den Text"));
        assertThat(number.in(Locale.SIMPLIFIED_CHINESE).startsWith("\u6709 32001 "), is(true));
    }

    @Test
    void whatIsNotOursStaysAsItIs() {
        Text said = Text.verbatim("it's {0} o'clock");

        assertThat(said.in(Locale.FRENCH), is("it's {0} o'clock"));
        assertThat(Text.of("api.Upload.missing", "it's {0}").words(), is("is 'it's {0}', but there is no such file"));
    }

    @Test
    void aKeyThatIsNotThereIsAMistakeWhereItIsSaidAndNoneWhereItIsRead() {
        assertThrows(MissingResourceException.class, () -> Text.of("api.Nobody.knows"));

        Text later = new Text("in words of a later version", "api.Nobody.knows", List.of());
        assertThat(later.in(Locale.FRENCH), is("in words of a later version"));
    }
}
