package io.jenkins.plugins.videogeneration.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'error':{'message':'Bad size','type':'x','param':'size','code':'invalid'}} | Bad size | invalid | size",
                "{'error':{'message':'Bad size','type':'None','param':'None','code':'None'}} | Bad size | |",
                "{'error':{'message':'Too many','param':null,'code':null}} | Too many | |",
                "{'error':{'message':'Too many','code':429}} | Too many | 429 |",
                "{'error':'Out of memory'} | Out of memory | |",
                "{'error':'Out of memory','code':17} | Out of memory | 17 |",
                "{'detail':'Not Found'} | Not Found | |",
                "{'detail':[{'loc':['body','seconds'],'msg':'must be int'},{'msg':'and so on'}]} | seconds: must be int; and so on | |",
                "{'detail':['one','two']} | one; two | |",
                "{'detail':{'message':'deep'}} | deep | |",
                "{'message':'plain','code':'E1'} | plain | E1 |",
                "{'error':null,'message':'plain'} | plain | |",
                "{'error':'None','detail':'real'} | real | |",
                "{'detail':'None','message':'real'} | real | |",
                "{'error':{'code':'x'},'message':'real'} | real | x |",
                "upstream connect error | upstream connect error | |",
                "'quoted' | 'quoted' | |",
            })
    void readsEveryShapeOfTheDialects(String body, String message, String code, String param) {
        assertThat(
                read(body.replace('\'', '"')),
                is(new ErrorBody(Text.verbatim(message.replace('\'', '"')), code, param)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \r\n",
                "{}",
                "{\"error\":{}}",
                "{\"error\":{\"message\":\"None\"}}",
                "{\"error\":{\"message\":{\"a\":1}}}",
                "{\"error\":\"\"}",
                "{\"error\":7}",
                "{\"detail\":[]}",
                "{\"detail\":[{\"loc\":[]}]}",
                "{\"message\":\"\\u0007\"}",
                "{\"detail\":\"None\"}"
            })
    void saysSoIfThereIsNoReason(String body) {
        assertThat(read(body), is(new ErrorBody(Text.of("api.ErrorBody.silence"), null, null)));
    }

    @Test
    void namesAnHtmlPageByItsTitleInsteadOfQuotingIt() {
        assertThat(
                read("\n<!DOCTYPE html><html><head><TITLE lang=en>\n 502 Bad  Gateway</title></head><body>x")
                        .message(),
                is("an HTML page '502 Bad Gateway'"));
        assertThat(read("<html><body>Please log in").message(), is("an HTML page"));
    }

    @Test
    void makesOneShortLineOfALongText() {
        String message = read("word\n".repeat(100_000)).message();

        assertThat(message, startsWith("word word word"));
        assertThat(message, endsWith("..."));
        assertThat(message.length(), is(503));
    }

    @Test
    void doesNotCutACharacterInTwo() {
        String message = read("x" + "🎬".repeat(1000)).message();

        assertThat(message, is("x" + "🎬".repeat(249) + "..."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b", "\u009b", "\u0085", "\u2028", "\u202e", "\u2066", "\u0000", "\r\n"})
    void dropsWhatCouldPlayTricksOnAConsole(String trick) {
        assertThat(ErrorBody.clean("before" + trick + "after"), is("before after"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 450, 480, 495, 499, 500, 501, 9_990, 100_000})
    void redactsASecretWhereverTheTextIsCut(int position) {
        String secret = "sk-0123456789";
        // white space is squeezed, so a far position can come into view; letters are not
        for (String filler : new String[] {"x", " "}) {
            String text = filler.repeat(position) + secret;
            for (String body : new String[] {text, "{\"error\":{\"message\":\"" + text + "\"}}", "<title>" + text}) {
                String message = read(body, t -> t.replace(secret, "****")).message();
                assertThat(message, not(containsString("sk-")));
            }
        }
    }

    @Test
    void redactsCodeAndParamToo() {
        ErrorBody error = read(
                "{\"error\":{\"message\":\"m\",\"code\":\"c-key\",\"param\":\"p-key\"}}", t -> t.replace("key", "*"));

        assertThat(error, is(new ErrorBody(Text.verbatim("m"), "c-*", "p-*")));
    }

    @Test
    void readsUtf16JsonAndSurvivesBytesOfNoEncoding() {
        byte[] utf16 = "{\"error\":{\"message\":\"größer\"}}".getBytes(StandardCharsets.UTF_16);
        byte[] latin1 = "zu groß".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ErrorBody.read(utf16, UnaryOperator.identity()).message(), is("größer"));
        assertThat(ErrorBody.read(latin1, UnaryOperator.identity()).message(), is("zu gro\ufffd"));
    }

    private static ErrorBody read(String body) {
        return read(body, UnaryOperator.identity());
    }

    private static ErrorBody read(String body, UnaryOperator<String> redact) {
        return ErrorBody.read(body.getBytes(StandardCharsets.UTF_8), redact);
    }
}
