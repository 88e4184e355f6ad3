package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DeleteAnswersTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'other','object':'video.deleted','deleted':true} | true",
                "{'deleted':true} | true",
                "{'deleted':'true'} | true",
                "{'id':'a','object':'video','status':'deleted'} | true",
                "{'id':'a','status':'cancelled'} | true",
                "{'id':'a','status':'canceled'} | true",
                "{'deleted':false} | false",
                "{'id':'a','status':'in_progress'} | false",
                "{} | false",
            })
    void readsTheAnswersOfTheDialects(String json, boolean deleted) throws InterruptedException {
        service.answer(200, json.replace('\'', '"'));

        assertThat(service.client().delete("a").execute(), is(new DeletedVideo("a", deleted)));
    }

    @Test
    void takesAnEmptySuccessForDone() throws InterruptedException {
        service.answer(new MockResponse.Builder().code(204).build());

        assertThat(service.client().delete("a").execute(), is(new DeletedVideo("a", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "OK", "<html>"})
    void refusesWhatIsNoAnswerToADelete(String body) {
        service.answer(200, body);

        assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().delete("a").execute());
    }

    @Test
    void tellsThatTheServiceCannotDelete() {
        service.answer(405, "{\"detail\":\"Method Not Allowed\"}");

        VideosException e = assertThrows(
                VideosException.Unsupported.class,
                () -> service.client().delete("a").execute());

        assertThat(e.getMessage(), is("DELETE /v1/videos/a: HTTP 405: Method Not Allowed"));
    }

    @Test
    void waitsWhileTheServiceIsBusyCancelling() throws InterruptedException {
        service.answer(409, "{\"detail\":\"cancelling\"}");
        service.answer(200, "{\"deleted\":true}");

        assertThat(service.client().delete("a").execute().deleted(), is(true));
        assertThat(service.requestCount(), is(2));
    }
}
