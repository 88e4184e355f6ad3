package io.jenkins.plugins.videogeneration.gallery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedRangeTest {

    private static final String TAG = "\"abc\"";
    private static final int LENGTH = 1000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-99, 0, 100",
        "bytes=900-, 900, 1000",
        "bytes=900-5000, 900, 1000",
        "bytes=-100, 900, 1000",
        "bytes=-5000, 0, 1000"
    })
    void takesAPart(String header, long first, long end) {
        assertThat(range(header, null), is(new RequestedRange(first, end, false)));
        assertThat(range(header, null).isSatisfiable(), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0"})
    void knowsWhatTheFileDoesNotHave(String header) {
        assertThat(range(header, null).isSatisfiable(), is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=-", "bytes=5-4", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b", "bytes=99999999999999999999-"
            })
    void sendsTheWholeForWhatItDoesNotUnderstand(String header) {
        assertThat(range(header, null), is(new RequestedRange(0, LENGTH, true)));
    }

    @Test
    void sendsTheWholeOfAnotherFile() {
        assertThat(range("bytes=0-0", "\"other\"").whole(), is(true));
        assertThat(range("bytes=0-0", TAG).whole(), is(false));
    }

    @Test
    void anEmptyFileHasNoPart() {
        assertThat(RequestedRange.of("bytes=0-", null, TAG, 0).isSatisfiable(), is(false));
        assertThat(RequestedRange.of(null, null, TAG, 0).isSatisfiable(), is(true));
    }

    private static RequestedRange range(String header, String condition) {
        return RequestedRange.of(header, condition, TAG, LENGTH);
    }
}
