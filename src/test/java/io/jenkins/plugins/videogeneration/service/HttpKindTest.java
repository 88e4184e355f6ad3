package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the form of a service says while it is filled in. */
@WithJenkins
class HttpKindTest {

    private static final String STUDIO = "https://videos.example.com/v1";

    @Test
    void checksEveryField(JenkinsRule jenkins) throws Exception {
        HttpKind.DescriptorImpl http = jenkins.jenkins.getDescriptorByType(HttpKind.DescriptorImpl.class);
        assertSays(http.doCheckBaseUrl(STUDIO), FormValidation.Kind.OK, null);
        assertSays(http.doCheckBaseUrl("http://127.0.0.1:8000/v1"), FormValidation.Kind.OK, null);
        assertSays(http.doCheckBaseUrl("http://localhost/v1"), FormValidation.Kind.OK, null);
        assertSays(http.doCheckBaseUrl("http://videos.example.com/v1"), FormValidation.Kind.WARNING, "Without TLS");
        assertSays(http.doCheckBaseUrl(" "), FormValidation.Kind.ERROR, "The base URL is empty");
        assertSays(http.doCheckBaseUrl("videos.example.com"), FormValidation.Kind.ERROR, "no http or https URL");

        assertSays(http.doCheckBaseUrl(STUDIO + "?api-version=1"), FormValidation.Kind.OK, null);
        assertSays(http.doCheckBaseUrl(STUDIO + "?key=abc"), FormValidation.Kind.WARNING, "'key' looks like a key");

        assertSays(http.doCheckHeaders("OpenAI-Project=p1"), FormValidation.Kind.OK, null);
        assertSays(
                http.doCheckHeaders("OpenAI-Project=p1\nAuthorization=Bearer abc"),
                FormValidation.Kind.WARNING,
                "'Authorization' looks like a key");
        assertSays(http.doCheckHeaders("no value"), FormValidation.Kind.ERROR, "no NAME=VALUE");
        assertSays(http.doCheckQuery("sig=abc"), FormValidation.Kind.WARNING, "'sig' looks like a key");

        assertSays(http.doCheckHeaderName("api-key", "HEADER"), FormValidation.Kind.OK, null);
        assertSays(http.doCheckHeaderName("", "HEADER"), FormValidation.Kind.ERROR, "Name the header");
        assertSays(http.doCheckHeaderName("a b", "HEADER"), FormValidation.Kind.ERROR, "Name the header");
        assertSays(http.doCheckHeaderName("", "BEARER"), FormValidation.Kind.OK, null);

        VideoService.DescriptorImpl service = jenkins.jenkins.getDescriptorByType(VideoService.DescriptorImpl.class);
        assertSays(service.doCheckName("studio"), FormValidation.Kind.OK, null);
        assertSays(service.doCheckName(" "), FormValidation.Kind.ERROR, "needs a name");
        assertSays(service.doCheckSize(""), FormValidation.Kind.OK, null);
        assertSays(service.doCheckSize("1280x720"), FormValidation.Kind.OK, null);
        assertSays(
                service.doCheckSize("720p"), FormValidation.Kind.ERROR, "Size is '720p', but has to be WIDTHxHEIGHT");
        assertSays(service.doCheckSeconds("8"), FormValidation.Kind.OK, null);
        assertSays(service.doCheckSeconds("0"), FormValidation.Kind.ERROR, "Seconds is '0', but has to be a positive");

        SimulatorKind.DescriptorImpl simulator =
                jenkins.jenkins.getDescriptorByType(SimulatorKind.DescriptorImpl.class);
        assertSays(simulator.doCheckRenderSeconds("0"), FormValidation.Kind.OK, null);
        assertSays(simulator.doCheckRenderSeconds("3601"), FormValidation.Kind.ERROR, "3,600");
        assertSays(simulator.doCheckRenderSeconds("soon"), FormValidation.Kind.ERROR, "");
    }

    @Test
    void offersTheKeysThatTheBaseUrlMayHave(JenkinsRule jenkins) throws Exception {
        Keyring.add("any-host", "a");
        Keyring.addForHost("videos.example.com", "studio-key", "b");
        Keyring.addForHost("other.example.com", "other-key", "c");
        HttpKind.DescriptorImpl http = jenkins.jenkins.getDescriptorByType(HttpKind.DescriptorImpl.class);

        assertThat(values(http.doFillCredentialsIdItems(STUDIO, "")), contains("", "any-host", "studio-key"));
        assertThat(
                "what is chosen stays, though the domain does not allow it",
                values(http.doFillCredentialsIdItems(STUDIO, "other-key")),
                containsInAnyOrder("", "any-host", "studio-key", "other-key"));
        assertSays(http.doCheckCredentialsId("studio-key", STUDIO, "BEARER"), FormValidation.Kind.OK, null);
        assertSays(
                http.doCheckCredentialsId("other-key", STUDIO, "BEARER"),
                FormValidation.Kind.ERROR,
                "whose domain allows this base URL");
        assertSays(http.doCheckCredentialsId("", STUDIO, "BEARER"), FormValidation.Kind.WARNING, "No credential");
        assertSays(http.doCheckCredentialsId("", STUDIO, "NONE"), FormValidation.Kind.OK, null);
    }

    private static List<String> values(ListBoxModel items) {
        return items.stream().map(item -> item.value).toList();
    }

    private static void assertSays(FormValidation answer, FormValidation.Kind kind, String words) {
        assertThat(String.valueOf(answer.getMessage()), answer.kind, is(kind));
        if (words == null) {
            assertThat(answer.getMessage(), nullValue());
        } else {
            assertThat(answer.getMessage().replace("&#039;", "'"), containsString(words));
        }
    }
}
