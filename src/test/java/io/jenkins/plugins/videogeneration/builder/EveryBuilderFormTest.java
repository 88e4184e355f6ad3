package io.jenkins.plugins.videogeneration.builder;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hudson.model.Descriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.service.HttpKind;
import io.jenkins.plugins.videogeneration.service.Keyring;
import io.jenkins.plugins.videogeneration.service.VideoService;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Each build step through the form of a freestyle job and back. */
@WithJenkins
class EveryBuilderFormTest {

    @TestFactory
    Stream<DynamicTest> buildStepsKeepTheirValues(JenkinsRule jenkins) throws Exception {
        Keyring.add("team-key", "sesame");
        VideoServices.get()
                .setServices(List.of(new VideoService("studio", new HttpKind("https://videos.example.com/v1"))));
        List<Builder> examples = List.of(
                new GenerateVideoBuilder("A paper boat"),
                everything(),
                new ExtendVideoBuilder("It sinks"),
                new EditVideoBuilder("At night"),
                new RemixVideoBuilder("video_1", "At night"),
                new DownloadVideoBuilder("video_1"),
                new DeleteVideoBuilder("$VIDEO_ID"),
                new CreateVideoCharacterBuilder("Ada", "ada.mp4"));

        DynamicTest complete = dynamicTest("every build step has an example", () -> {
            Set<Descriptor<Builder>> shown =
                    examples.stream().map(Builder::getDescriptor).collect(Collectors.toSet());
            assertThat(shown, is(all(jenkins)));
        });
        Stream<DynamicTest> each = examples.stream()
                .map(example -> dynamicTest(example.getDescriptor().getDisplayName(), () -> {
                    Builder submitted = jenkins.configRoundtrip(example);
                    jenkins.assertEqualDataBoundBeans(example, submitted);
                }));
        return Stream.concat(Stream.of(complete), each);
    }

    private static Set<Descriptor<Builder>> all(JenkinsRule jenkins) {
        return jenkins.jenkins.getDescriptorList(Builder.class).stream()
                .filter(builder -> builder.getClass().getName().startsWith("io.jenkins.plugins.videogeneration."))
                .collect(Collectors.toSet());
    }

    private static GenerateVideoBuilder everything() {
        GenerateVideoBuilder generate = new GenerateVideoBuilder("Boat $BUILD_NUMBER");
        generate.setService("studio");
        generate.setModel("${MODEL}");
        generate.setSize("1280x720");
        generate.setSeconds("8");
        generate.setFile("out/$BUILD_NUMBER.mp4");
        generate.setInputReference("images/start.png");
        generate.setFitInputReference(true);
        generate.setReuse(true);
        generate.setCharacters(List.of("char_1", "char_2"));
        generate.setExtra(Map.of("seed", 42));
        generate.setThumbnail(true);
        generate.setSpritesheet(true);
        generate.setArchive(false);
        generate.setCredentialsId("team-key");
        generate.setTimeoutMinutes(5);
        generate.setPollSeconds(1);
        generate.setOnAbort("keep");
        generate.setAdopt("${VIDEO_ID}");
        return generate;
    }
}
