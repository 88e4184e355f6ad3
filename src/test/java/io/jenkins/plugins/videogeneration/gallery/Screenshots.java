package io.jenkins.plugins.videogeneration.gallery;

import hudson.ExtensionList;
import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Takes a picture of each page, for {@code bin/screenshots}; it is no test, and none of the suite. */
@WithJenkins
class Screenshots {

    private static final int[] WIDTHS = {420, 1280};

    @TempDir
    private Path profile;

    @Test
    void take(JenkinsRule jenkins) throws Exception {
        ExtensionList.lookupSingleton(ThemeManagerPageDecorator.class).setTheme(new DarkThemeSystemManagerFactory());
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
        try (GalleryScene scene = new GalleryScene(jenkins, "trailer");
                Chromium browser = Chromium.start(profile)) {
            WorkflowRun finished = scene.finished();
            WorkflowRun refused = scene.refused();
            scene.finished();
            WorkflowRun aborted = scene.aborted();
            WorkflowRun running = scene.halfDone();
            String job = scene.job().getAbsoluteUrl();
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("build", finished.getAbsoluteUrl());
            pages.put("build-failed", refused.getAbsoluteUrl());
            pages.put("build-aborted", aborted.getAbsoluteUrl());
            pages.put("build-running", running.getAbsoluteUrl());
            pages.put("videos", finished.getAbsoluteUrl() + "videos/");
            pages.put("videos-failed", refused.getAbsoluteUrl() + "videos/");
            pages.put("videos-aborted", aborted.getAbsoluteUrl() + "videos/");
            pages.put("job", job);
            pages.put("undelivered", jenkins.getURL() + "manage/undelivered-videos/");
            pages.put("gallery", job + "videos/");
            pages.put("gallery-empty", job + "videos/?text=nothing+has+this");
            pages.put("compare", job + "videos/compare?left=1&right=3");
            for (Map.Entry<String, String> page : pages.entrySet()) {
                for (boolean dark : new boolean[] {false, true}) {
                    for (int width : WIDTHS) {
                        browser.preferDark(dark);
                        browser.resize(width, width == 420 ? 900 : 800);
                        take(
                                browser,
                                page.getValue(),
                                folder.resolve(
                                        String.format("%s-%s-%d.png", page.getKey(), dark ? "dark" : "light", width)));
                    }
                }
            }
            takeForm(browser, jenkins.getURL() + "manage/configure", folder);
            scene.finish(running);
        }
    }

    /** With 32 shades of each colour: nobody sees the noise of a video that takes most of a picture's bytes. */
    private static byte[] small(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                plain.setRGB(x, y, shade(colour >> 16) << 16 | shade(colour >> 8) << 8 | shade(colour));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "png", out);
        return out.toByteArray();
    }

    private static int shade(int value) {
        return Math.min(255, ((value & 255) + 4) / 8 * 8);
    }

    /** The form of a service with all its fields, unfolded. */
    private static void takeForm(Chromium browser, String url, Path folder) throws IOException {
        browser.preferDark(false);
        browser.resize(1080, 900);
        browser.open(url);
        browser.await("document.querySelector('[name=\"_.baseUrl\"]')");
        browser.evaluate("""
                (() => {
                  const service = document.querySelector('[name="_.baseUrl"]').closest('[name=services]');
                  service.id = 'the-service';
                  service.querySelectorAll('button.advanced-button').forEach(button => button.click());
                })()
                """);
        browser.evaluate("new Promise(resolve => setTimeout(resolve, 1500))");
        Files.write(folder.resolve("service-form.png"), small(browser.screenshot("#the-service")));
    }

    private static void take(Chromium browser, String url, Path file) throws IOException {
        browser.open(url);
        if (browser.evaluate("document.title").textValue().startsWith("Oops")) {
            throw new AssertionError(url + " is broken: " + browser.evaluate("document.body.innerText.slice(0, 2000)"));
        }
        // the first picture of a video comes after its page
        browser.await("[...document.querySelectorAll('article video')].every(video => video.readyState >= 2)");
        // controls of a player fade in
        browser.evaluate("new Promise(resolve => setTimeout(resolve, 700))");
        Files.write(file, small(browser.screenshot()));
    }
}
