package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which service a name means, and what is read from the disk. */
@WithJenkins
class VideoServicesTest {

    private VideoServices services;

    @BeforeEach
    void start(JenkinsRule jenkins) {
        services = VideoServices.get();
    }

    @Test
    void findsTheServiceThatAStepMeans() {
        assertUnknown(null, "There is no video service yet");
        assertUnknown("studio", "There is no video service yet");

        VideoService studio = simulator("studio");
        VideoService rehearsal = simulator("rehearsal");
        services.setServices(List.of(studio));
        assertThat("the only one", services.serviceNamed(" "), is(studio));

        services.setServices(List.of(studio, rehearsal));
        assertThat(services.serviceNamed(" rehearsal "), is(rehearsal));
        assertUnknown(null, "there is no default video service. Name one of: studio, rehearsal");
        assertUnknown("Studio", "The field 'service' is 'Studio'", "Known: studio, rehearsal");

        services.setDefaultService("rehearsal");
        assertThat("the default", services.serviceNamed(null), is(rehearsal));
        assertThat(services.serviceNamed("studio"), is(studio));
    }

    @Test
    void saysThatTheDefaultServiceIsGone() {
        services.setDefaultService("rehearsal");
        services.setServices(List.of(simulator("studio")));

        assertUnknown(null, "the default video service 'rehearsal' is no longer configured", "Name one of: studio");
        assertThat(services.doCheckDefaultService("rehearsal").getMessage(), containsString("rehearsal"));
        assertThat(
                services.doFillDefaultServiceItems("rehearsal").stream()
                        .map(item -> item.value)
                        .toList(),
                contains("", "studio", "rehearsal"));
    }

    @Test
    void refusesNamesThatAreThereTwice() {
        List<VideoService> twice = List.of(simulator("studio"), simulator(" studio "));

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> services.setServices(twice));

        assertThat(refused.getMessage(), containsString("two video services with the name 'studio'"));
        assertThat(services.getServices(), is(List.of()));
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        HttpKind kind = new HttpKind("https://videos.example.com/v1");
        kind.setAuthentication(AuthenticationScheme.HEADER);
        kind.setHeaderName("api-key");
        kind.setCredentialsId("studio-key");
        VideoService studio = new VideoService("studio", kind);
        studio.setModel("sora-2");
        services.setServices(List.of(studio, simulator("rehearsal")));
        services.setDefaultService("rehearsal");

        VideoServices read = new VideoServices();

        assertThat(names(read), contains("studio", "rehearsal"));
        assertThat(read.getDefaultService(), is("rehearsal"));
        assertThat(read.getServices().get(0).getModel(), is("sora-2"));
        HttpKind readKind = (HttpKind) read.getServices().get(0).getKind();
        assertThat(readKind.getHeaderName(), is("api-key"));
        assertThat(readKind.getAuthentication(), is(AuthenticationScheme.HEADER));
    }

    @Test
    void readsWhatOtherVersionsWrote() throws Exception {
        String xml = """
                <?xml version='1.1' encoding='UTF-8'?>
                <io.jenkins.plugins.videogeneration.service.VideoServices plugin="video-generation@0.1">
                  <services>
                    <io.jenkins.plugins.videogeneration.service.VideoService>
                      <name>studio</name>
                      <kind class="io.jenkins.plugins.videogeneration.service.HttpKind">
                        <baseUrl>https://videos.example.com/v1</baseUrl>
                        <credentialsId>studio-key</credentialsId>
                        <fieldOfALaterVersion>x</fieldOfALaterVersion>
                      </kind>
                      <colour>blue</colour>
                    </io.jenkins.plugins.videogeneration.service.VideoService>
                    <io.jenkins.plugins.videogeneration.service.VideoService>
                      <name>elsewhere</name>
                      <kind class="com.example.KindOfAPluginThatIsGone"/>
                    </io.jenkins.plugins.videogeneration.service.VideoService>
                  </services>
                  <fieldOfALaterVersion>x</fieldOfALaterVersion>
                </io.jenkins.plugins.videogeneration.service.VideoServices>
                """;
        Path file = Jenkins.get().getRootDir().toPath().resolve(VideoServices.class.getName() + ".xml");
        Files.writeString(file, xml);

        VideoServices read = new VideoServices();

        assertThat("a service that can't be used is left out", names(read), contains("studio"));
        HttpKind kind = (HttpKind) read.getServices().get(0).getKind();
        assertThat(kind.getCredentialsId(), is("studio-key"));
        assertThat("the field was not there yet", kind.getAuthentication(), is(AuthenticationScheme.BEARER));
        assertThat(read.getDefaultService(), nullValue());
    }

    private void assertUnknown(String name, String... words) {
        UnknownServiceException unknown =
                assertThrows(UnknownServiceException.class, () -> services.serviceNamed(name));
        for (String word : words) {
            assertThat(unknown.getMessage(), containsString(word));
        }
    }

    private static List<String> names(VideoServices services) {
        return services.getServices().stream().map(VideoService::getName).toList();
    }

    private static VideoService simulator(String name) {
        return new VideoService(name, new SimulatorKind());
    }
}
