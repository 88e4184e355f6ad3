package io.jenkins.plugins.videogeneration.render;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A paper boat sails!              | a-paper-boat-sails
                    ../../etc/passwd                 | etc-passwd
                    Élan d'un cœur                   | elan-dun-c-ur
                    紙の船                            | video
                    ＰＡＰＥＲ　ｂｏａｔ              | paper-boat
                    NUL                              | video
                    com1                             | video
                    nuls                             | nuls
                    --rm -rf /                       | rm-rf
                    one two three four five six seven eight nine ten eleven twelve | one-two-three-four-five-six-seven-eight-nine-ten
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                    """)
    void isMadeOfThePromptsFirstWords(String prompt, String name) {
        assertThat(PromptName.of(prompt), is(name));
    }
}
