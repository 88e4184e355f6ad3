package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ListAnswersTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'data':[{'id':'a'},{'id':'b'}],'first_id':'a','last_id':'z','has_more':true} | a,b | z",
                "{'data':[{'id':'a'},{'id':'b'}],'has_more':true} | a,b | b",
                "{'data':[{'id':'a'},{'id':'b'}],'last_id':null,'has_more':true} | a,b | b",
                "{'data':[{'id':'a'},{'id':'b'}],'last_id':'b','has_more':false} | a,b |",
                "{'data':[{'id':'a'},{'id':'b'}],'last_id':'b'} | a,b |",
                "{'data':[{'id':'a'},{'id':'b'}],'last_id':'b','has_more':null} | a,b |",
                "{'data':[],'last_id':'later','has_more':true} | `` | later",
                "{'data':[],'last_id':'cursor','has_more':true} | `` |",
                "{'data':[],'has_more':true} | `` |",
                "{'data':[{'id':'cursor'}],'has_more':true} | cursor |",
                "{'data':null} | `` |",
                "{'data':[{'status':'queued'},{'id':'b'},null,7,[]]} | b |",
                "{'object':'list','data':[{'id':1,'seconds':4}]} | 1 |",
            })
    void readsAPageAndWhereTheNextOneBegins(String json, String ids, String next) throws InterruptedException {
        service.answer(200, json.replace('\'', '"'));

        VideoPage page =
                service.client().list(ListQuery.newest().after("cursor")).execute();

        assertThat(page.videos().stream().map(Video::id).collect(Collectors.joining(",")), is(ids));
        assertThat(page.next(), is(next));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{\"data\":{}}", "{\"data\":\"a\"}", "", "null", "<html>", "{\"data\":[{\"id\":"})
    void refusesWhatIsNoList(String body) {
        service.answer(200, body);

        VideosException e = assertThrows(
                VideosException.NotAVideosApi.class,
                () -> service.client().list(ListQuery.newest()).execute());

        assertThat(e.failure().message().startsWith("the answer is application/json, not a list of videos"), is(true));
    }
}
