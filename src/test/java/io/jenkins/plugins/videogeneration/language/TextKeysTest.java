package io.jenkins.plugins.videogeneration.language;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages that know no Jenkins ask for texts by keys, which no compiler checks. */
class TextKeysTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path PACKAGE = Path.of("io", "jenkins", "plugins", "videogeneration");

    /** Of operations and phases there is a key for each. */
    private static final Pattern COMPOSED = Pattern.compile("(VideoOperation|Phase)\\..*");

    @ParameterizedTest
    @ValueSource(strings = {"api", "render"})
    void eachKeyHasATextAndEachTextIsAskedFor(String name) {
        Pattern key = Pattern.compile("\"" + name + "\\.(\\w+\\.\\w+)\"");
        Set<String> asked =
                Languages.files(
                                SOURCES.resolve(PACKAGE),
                                file -> file.toString().endsWith(".java"))
                        .stream()
                        .flatMap(file -> key.matcher(Languages.read(file)).results())
                        .map(result -> result.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = PropertiesComparison.keys(
                RESOURCES.resolve(PACKAGE).resolve(name).resolve("Texts.properties"));
        there.removeIf(COMPOSED.asMatchPredicate());
        asked.removeIf(COMPOSED.asMatchPredicate());

        assertThat(asked, is(there));
    }
}
