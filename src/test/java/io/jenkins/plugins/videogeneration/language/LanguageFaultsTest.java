package io.jenkins.plugins.videogeneration.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can go wrong in a translation is noticed. */
class LanguageFaultsTest {

    private static final String ENGLISH = "Fetched {0} from the service {1}";
    private static final String GERMAN = "{0} vom Dienst {1} geholt";

    @TempDir
    Path folder;

    @Test
    void aFaithfulTranslationHasNoFaults() throws IOException {
        assertThat(faultsOfGerman("text=" + GERMAN), empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "other=Holen | text is missing",
                "text= | text is empty",
                "text={0} vom Dienst geholt | text has the placeholders [0] instead of [0, 1]",
                "text={0} vom Dienst {1} und {2} geholt | text has the placeholders [0, 1, 2] instead of [0, 1]",
                "text={0} geholt, wie's {1} wollte | text shows the arguments [0] instead of [0, 1]",
                "text={0} von {1} geholt, wie's wollte | text has a single apostrophe, which is not shown: write two",
                "text={0} vom Dienst {1 geholt | text is no message format",
                "text=Fetched {0} from the service {1} | text is English",
                "text={0} von {1} zurückgeholt | write letters outside of ASCII as",
            })
    void aDamagedTranslationIsNoticed(String translation, String fault) throws IOException {
        assertThat(faultsOfGerman(translation), hasItem(containsString(fault)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Builds before #{0}            | Builds vor #{0,number,#} | text names builds that do not exist",
                "Build {0} had it, but {1}     | #{0,number,#}, aber {1}  | text names builds that do not exist",
                "Builds before #{0,number,#}   | Builds vor {0}           | text has to write as {n,number,#}",
            })
    void aBuildsNumberWithGroupedDigitsIsNoticed(String english, String german, String fault) throws IOException {
        assertThat(faults(english, "text=" + german), hasItem(containsString(fault)));
    }

    @Test
    void aMissingLanguageIsNoticed() throws IOException {
        Path english = write("Messages.properties", "text=" + ENGLISH);

        assertThat(
                PropertiesComparison.faults(english),
                contains(
                        endsWith("Messages_de.properties"),
                        endsWith("Messages_fr.properties"),
                        endsWith("Messages_ja.properties"),
                        endsWith("Messages_zh_CN.properties")));
    }

    @Test
    void helpThatLostWhatItNamesIsNoticed() throws IOException {
        Path english = write("help-seconds.html", "<div>For example <code>8</code>.</div>");
        for (String language : Languages.ALL) {
            write("help-seconds_" + language + ".html", "<div>... <code>8</code></div>");
        }
        assertThat(HelpComparison.faults(english), empty());

        write("help-seconds_de.html", "<div>Zum Beispiel <code>9</code>.</div>");
        write("help-seconds_fr.html", "<div>For example <code>8</code>.</div>");
        write("help-seconds_ja.html", "<div><b><code>8</code></b></div>");
        Files.delete(folder.resolve("help-seconds_zh_CN.html"));

        assertThat(
                HelpComparison.faults(english),
                contains(
                        containsString("has the code"),
                        endsWith("is English"),
                        containsString("has the tags"),
                        containsString("missing")));
    }

    @Test
    void textsInViewsAreNoticed() throws IOException {
        Path view = write("config.jelly", """
                <j:jelly xmlns:j="jelly:core" xmlns:f="/lib/form" xmlns:st="jelly:stapler">
                  <st:documentation>For developers.</st:documentation>
                  <f:entry title="Size" field="size"><f:textbox placeholder="video_..." value="${it.size}"/></f:entry>
                  <f:entry title="${%name}" field="name"><f:repeatableDeleteButton value="Delete"/></f:entry>
                  <f:textarea placeholder="video_..."/>
                  <p>${%size(it.size)}: ${it.size} or more</p>
                </j:jelly>
                """);
        write("config.properties", "name=Name");

        assertThat(
                new JellyView(view).literals(),
                contains(endsWith("title=Size"), endsWith("value=Delete"), endsWith("or more")));
        assertThat(new JellyView(view).unknownKeys(), contains(containsString("size is not in config.properties")));
        assertThat(new JellyView(view).lostPlaceholders(), contains(endsWith("f:textarea shows no placeholder")));
    }

    @Test
    void sentencesInClassesAreNoticed() throws IOException {
        Path source = write("Disk.java", """
                /** "It is full" */
                class Disk {
                    // "It is too full"
                    String full = "the disk is full";
                    String free = 12 + " s and more; {0} free";
                    String path = "/videos/a b?c=d", type = "text/html; charset=utf-8", name = "duck";
                    void check() {
                        LOGGER.log(Level.WARNING, "The disk is "
                                + "full of videos");
                        throw new IOException("only a little came");
                    }
                }
                """);

        assertThat(
                new JavaSource(source).literals(),
                contains(
                        endsWith("\"the disk is full\""),
                        endsWith("\" s and more; {0} free\""),
                        endsWith("\"only a little came\"")));
    }

    private List<String> faultsOfGerman(String german) throws IOException {
        return faults(ENGLISH, german);
    }

    private List<String> faults(String text, String german) throws IOException {
        Path english = write("Messages.properties", "text=" + text);
        for (String language : Languages.ALL) {
            write("Messages_" + language + ".properties", "text=" + GERMAN);
        }
        write("Messages_de.properties", german);
        return PropertiesComparison.faults(english);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
