package io.jenkins.plugins.videogeneration.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/a.mp4",
                "C:\\a.mp4",
                "c:a.mp4",
                "\\\\server\\a.mp4",
                "..",
                "../a.mp4",
                "a/../../b.mp4",
                "a\\..\\b.mp4",
                ".",
                "./a.mp4",
                "a//b.mp4",
                "a/",
                "a/b./c.mp4",
                "a.mp4.",
                " a.mp4",
                "a.mp4 ",
                "a / b.mp4",
                "con",
                "CON.mp4",
                "lpt1.tar.mp4",
                "videos/nul/a.mp4",
                "a\nb.mp4",
                "a\u0000b.mp4",
                "a\u001b[8mha.mp4",
                "a<b.mp4",
                "a:b.mp4",
                "a|b.mp4",
                "what?.mp4",
                "*.mp4"
            })
    void refusesWhatIsNoFileInsideEveryWorkspace(String file) {
        InvalidRequestException refusal = assertThrows(InvalidRequestException.class, () -> VideoNames.check(file));
        assertEquals("file", refusal.field());
        assertFalse(
                refusal.problem().words().chars().anyMatch(Character::isISOControl),
                refusal.problem().words());
    }

    @Test
    void doesNotSpeakOfTheFormOfAPathThatIsNotThere() {
        InvalidRequestException refusal = assertThrows(InvalidRequestException.class, () -> VideoNames.check(""));
        assertEquals("is empty. Name a file of the workspace", refusal.problem().words());
    }

    @Test
    void refusesAPathThatIsTooLongForSomeSystems() {
        assertDoesNotThrow(() -> VideoNames.check("a".repeat(196) + ".mp4"));
        assertThrows(InvalidRequestException.class, () -> VideoNames.check("a".repeat(197) + ".mp4"));
    }

    @Test
    void refusesANameThatIsTooLongForDisksThatCountBytes() {
        assertDoesNotThrow(() -> VideoNames.check("\u6f22".repeat(72) + ".mp4"));
        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class, () -> VideoNames.check("videos/" + "\u6f22".repeat(73) + ".mp4"));
        assertTrue(
                refusal.problem().words().contains("220 bytes"),
                refusal.problem().words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.mp4",
                "videos/a.mp4",
                ".hidden.mp4",
                "..a.mp4",
                "a b/c d.mp4",
                "console.mp4",
                "紙の船.mp4",
                "#1.mp4"
            })
    void takesWhatIsAFileInsideEveryWorkspace(String file) {
        assertDoesNotThrow(() -> VideoNames.check(file));
    }

    @Test
    void takesThatNothingIsAsked() {
        assertDoesNotThrow(() -> VideoNames.check(null));
    }

    @ParameterizedTest
    @CsvSource({
        "A paper boat, a-paper-boat.mp4",
        "'  Ein Schiff, über Wasser! ', ein-schiff-uber-wasser.mp4",
        "../../etc/passwd, etc-passwd.mp4",
        "紙の船, video.mp4",
        "CON, video.mp4",
        "'-', video.mp4",
    })
    void makesANameOfThePromptsWords(String prompt, String name) {
        assertEquals(name, VideoNames.fromPrompt(prompt, taken -> false));
    }

    @Test
    void endsALongNameBehindAWord() {
        String prompt = "one two three four five six seven eight nine ten eleven twelve";
        assertEquals(
                "one-two-three-four-five-six-seven-eight-nine-ten.mp4", VideoNames.fromPrompt(prompt, taken -> false));
        assertEquals("x".repeat(48) + ".mp4", VideoNames.fromPrompt("x".repeat(500), taken -> false));
    }

    @Test
    void countsOnWhileANameIsTaken() {
        assertEquals("boat-3.mp4", VideoNames.fromPrompt("Boat", Set.of("boat.mp4", "boat-2.mp4")::contains));
    }

    @ParameterizedTest
    @CsvSource({
        "boat.mp4, boat.mp4",
        "boat.mp4, Boat.MP4",
        "boat.mp4, boat.mp4.json",
        "boat.mp4.json, boat.mp4",
        "videos, videos/boat.mp4",
        "videos/boat.mp4, videos",
    })
    void knowsWhichVideosCannotLieSideBySide(String one, String other) {
        assertTrue(VideoNames.clash(one, other));
    }

    @ParameterizedTest
    @CsvSource({"boat.mp4, boat-2.mp4", "a/boat.mp4, b/boat.mp4", "videos, videos2/boat.mp4", "boat, boat.json.mp4"})
    void knowsWhichVideosCan(String one, String other) {
        assertFalse(VideoNames.clash(one, other));
    }
}
