package io.jenkins.plugins.videogeneration.gallery;

import hudson.ExtensionList;
import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Takes a picture of each page that shows videos, for {@code bin/screenshots}; it is no test, and none of the suite. */
@WithJenkins
class Screenshots {

    private static final int NARROW = 420;
    private static final int WIDE = 1280;
    private static final int NARROWEST = 320;
    private static final int WIDEST = 3840;

    @TempDir
    private Path profile;

    @Test
    void take(JenkinsRule jenkins) throws Exception {
        ExtensionList.lookupSingleton(ThemeManagerPageDecorator.class).setTheme(new DarkThemeSystemManagerFactory());
        try (GalleryScene scene = new GalleryScene(jenkins, "trailer");
                Chromium browser = Chromium.start(profile)) {
            Pictures pictures = Pictures.of(browser);
            WorkflowRun finished = scene.finished();
            WorkflowRun refused = scene.refused();
            scene.finished();
            WorkflowRun aborted = scene.aborted();
            WorkflowRun running = scene.halfDone();
            String job = scene.job().getAbsoluteUrl();
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("console", finished.getAbsoluteUrl() + "console");
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
                pictures.take(page.getKey(), () -> show(browser, page.getValue()), NARROW, WIDE);
            }
            for (String extreme : List.of("videos", "gallery", "compare")) {
                pictures.take(extreme, () -> show(browser, pages.get(extreme)), NARROWEST, WIDEST);
            }
            scene.finish(running);
        }
    }

    private static void show(Chromium browser, String url) throws IOException {
        browser.open(url);
        // the first picture of a video comes after its page
        browser.await("[...document.querySelectorAll('article video')].every(video => video.readyState >= 2)");
    }
}
