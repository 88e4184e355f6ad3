package io.jenkins.plugins.videogeneration.gallery;

import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.Look;
import io.jenkins.plugins.videogeneration.fixture.Pictures;
import io.jenkins.plugins.videogeneration.fixture.ReadersLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Takes a picture of each page that shows videos, for {@code bin/screenshots}; it is no test, and none of the suite. */
@ExtendWith(ReadersLanguage.class)
@WithJenkins
class Screenshots {

    private static final int WIDEST = 3840;
    private static final String ARTIFACTS_NEED_A_PERMISSION = "hudson.security.ArtifactsPermission";
    private static final String PORTRAIT_AND_LONG_WORDS =
            """
            generateVideo prompt: 'A tower', size: '720x1280', seconds: '4', file: 'tower.mp4', thumbnail: true
            generateVideo prompt: '%s', model: 'sora-2-pro-2025-10-06', size: '1280x720', seconds: '4'
            """.formatted("A very long way, of which one word is ".repeat(12) + "unbreakable".repeat(12));

    @TempDir
    private Path profile;

    private final Map<String, String> pages = new LinkedHashMap<>();
    private JenkinsRule jenkins;
    private GalleryScene scene;
    private Chromium browser;
    private Pictures pictures;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        ExtensionList.lookupSingleton(ThemeManagerPageDecorator.class).setTheme(new DarkThemeSystemManagerFactory());
        scene = new GalleryScene(jenkins, "trailer");
        browser = Chromium.start(profile);
        pictures = Pictures.of(browser);
    }

    @AfterEach
    void end() {
        System.clearProperty(ARTIFACTS_NEED_A_PERMISSION);
        browser.close();
        scene.close();
    }

    @Test
    void takeTheUsual() throws Exception {
        String job = scene.job().getAbsoluteUrl();
        String undelivered = jenkins.getURL() + "manage/undelivered-videos/";
        pages.put("undelivered-empty", undelivered);
        pages.put("job-empty", job);
        take(Look.usual(), pages.keySet());

        pages.clear();
        WorkflowRun finished = scene.finished();
        addPagesOf(finished, "");
        addPagesOf(scene.refused(), "-failed");
        scene.finished();
        addPagesOf(scene.aborted(), "-aborted");
        WorkflowRun running = scene.halfDone();
        addPagesOf(running, "-running");
        pages.put("console", finished.getAbsoluteUrl() + "console");
        pages.put("console-running", running.getAbsoluteUrl() + "console");
        pages.put("job", job);
        pages.put("undelivered", undelivered);
        pages.put("gallery", job + "videos/");
        pages.put("gallery-nothing-fits", job + "videos/?text=nothing+has+this");
        pages.put("compare", job + "videos/compare?left=1&right=3");
        pages.put("compare-failed", job + "videos/compare?left=2&right=1");
        pages.put("compare-missing", job + "videos/compare?left=1&right=99");
        take(Look.usual(), pages.keySet());
        take(Look.lightAndDark(WIDEST), Set.of("job", "build", "videos", "gallery", "compare", "undelivered"));
        Set<String> told =
                Set.of("build", "videos", "videos-failed", "videos-aborted", "gallery", "compare", "undelivered");
        take(Look.forcedColours(), told);
        take(Look.languages(), told);
        scene.finish(running);
    }

    @Test
    void takeTheUnusual() throws Exception {
        addPagesOf(scene.ended(Result.SUCCESS, PORTRAIT_AND_LONG_WORDS), "-odd");
        String compare = scene.job().getAbsoluteUrl() + "videos/compare";
        pages.put("compare-only-one", compare);
        take(Look.usual(), pages.keySet());

        pages.clear();
        addPagesOf(scene.ended(Result.SUCCESS, GalleryScene.waves(2)), "-left");
        addPagesOf(scene.ended(Result.SUCCESS, "node { " + GalleryScene.KITE + ", archive: false }"), "-not-archived");
        scene.finished();
        addPagesOf(scene.ended(Result.SUCCESS, GalleryScene.REUSING), "-reused");
        WorkflowRun deleted = scene.finished();
        deleted.deleteArtifacts();
        addPagesOf(deleted, "-deleted");
        pages.put("compare-deleted", compare);
        take(Look.usual(), pages.keySet());

        pages.clear();
        addPagesOf(scene.ended(Result.SUCCESS, GalleryScene.waves(BuildGallery.ON_PAGE + 1)), "-many");
        for (int i = 0; i < GalleryPage.BUILDS; i++) {
            scene.refused();
        }
        pages.put("gallery-many", scene.job().getAbsoluteUrl() + "videos/");
        take(Look.usual(), pages.keySet());

        pages.clear();
        addPagesOf(scene.finished(), "-without-permission");
        System.setProperty(ARTIFACTS_NEED_A_PERMISSION, "true");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone());
        take(Look.usual(), pages.keySet());
    }

    private void addPagesOf(WorkflowRun run, String state) {
        pages.put("build" + state, run.getAbsoluteUrl());
        pages.put("videos" + state, run.getAbsoluteUrl() + "videos/");
    }

    private void take(List<Look> looks, Set<String> names) throws Exception {
        for (String name : names) {
            pictures.take(name, () -> show(pages.get(name)), looks);
        }
    }

    private void show(String url) throws IOException {
        browser.open(url);
        // the first picture of a video comes after its page
        browser.await("[...document.querySelectorAll('article video')].every(video => video.readyState >= 2)");
    }
}
