package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"completed", "succeeded", "done", "COMPLETED", "Succeeded"})
    void succeeds(String value) {
        VideoStatus status = new VideoStatus(value);

        assertThat(status.isSuccess(), is(true));
        assertThat(status.isFailure(), is(false));
        assertThat(status.isFinal(), is(true));
        assertThat(status.toString(), is(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "cancelled", "canceled", "expired", "deleted", "error", "rejected", "FAILED"})
    void fails(String value) {
        VideoStatus status = new VideoStatus(value);

        assertThat(status.isSuccess(), is(false));
        assertThat(status.isFailure(), is(true));
        assertThat(status.isFinal(), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "in_progress", "processing", "unknown", "NOT_START", "cancelling", "completed?"})
    void goesOnWithWhatIsUnknown(String value) {
        assertThat(new VideoStatus(value).isFinal(), is(false));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void readsCapitalsAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new VideoStatus("FAILED").isFailure(), is(true));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void needsAValue() {
        assertThrows(IllegalArgumentException.class, () -> new VideoStatus(null));
        assertThrows(IllegalArgumentException.class, () -> new VideoStatus(" "));
    }
}
