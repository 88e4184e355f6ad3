package io.jenkins.plugins.videogeneration.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every text that a user sees is there in every language, with the same arguments. What is not is listed by the test that fails. */
class LanguagesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** The description of the plugin: update sites read it as it is, without translations. */
    private static final Path DESCRIPTION = RESOURCES.resolve("index.jelly");

    @Test
    void everyPropertiesFileIsTranslated() {
        assertNoFaults(english(Languages::isProperties), PropertiesComparison::faults);
    }

    @Test
    void everyHelpFileIsTranslated() {
        assertNoFaults(english(Languages::isHelp), HelpComparison::faults);
    }

    @Test
    void everyTranslationHasAnEnglishFile() {
        List<Path> orphans = Languages.files(RESOURCES, Languages::isTranslation).stream()
                .filter(file -> !Files.exists(Languages.english(file)))
                .toList();

        assertThat(orphans, empty());
    }

    @Test
    void viewsAskForTextsThatAreThere() {
        assertNoFaults(views(), view -> new JellyView(view).unknownKeys());
    }

    @Test
    void viewsHoldNoTextsOfTheirOwn() {
        assertNoFaults(views(), view -> new JellyView(view).literals());
    }

    @Test
    void viewsGivePlaceholdersToFieldsThatShowThem() {
        assertNoFaults(views(), view -> new JellyView(view).lostPlaceholders());
    }

    /** The simulator says what a service would: in English. */
    @Test
    void classesHoldNoSentencesOfTheirOwn() {
        List<Path> classes = Languages.files(
                SOURCES,
                file -> file.toString().endsWith(".java")
                        && !file.startsWith(SOURCES.resolve("io/jenkins/plugins/videogeneration/simulator")));
        assertThat("classes are found at all", classes.size(), greaterThan(0));
        assertNoFaults(classes, file -> new JavaSource(file).literals());
    }

    private static List<Path> views() {
        List<Path> views =
                Languages.files(RESOURCES, file -> file.toString().endsWith(".jelly") && !file.equals(DESCRIPTION));
        assertThat("views are found at all", views.size(), greaterThan(0));
        return views;
    }

    private static List<Path> english(Predicate<Path> kind) {
        List<Path> files = Languages.files(RESOURCES, kind.and(Predicate.not(Languages::isTranslation)));
        assertThat("files are found at all", files.size(), greaterThan(0));
        return files;
    }

    /** Fails with one line for each fault, so that they can be worked through. */
    private static void assertNoFaults(List<Path> files, Function<Path, List<String>> check) {
        List<String> faults = files.stream().map(check).flatMap(List::stream).toList();
        if (!faults.isEmpty()) {
            fail(faults.size() + " faults:\n" + String.join("\n", faults));
        }
    }
}
