package io.jenkins.plugins.videogeneration.gallery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.EnforcedPolicy;
import io.jenkins.plugins.videogeneration.fixture.ShelfArtifacts;
import io.jenkins.plugins.videogeneration.fixture.ShelfServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.security.ResourceDomainConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pages in a real browser, under an enforced content security policy. Skipped where there is no Chromium. */
@ExtendWith(EnforcedPolicy.class)
@WithJenkins
class GalleryBrowserTest {

    private static JenkinsRule jenkins;

    @TempDir
    private static Path profile;

    private static Chromium browser;

    @TempDir
    private File shelf;

    private GalleryScene scene;

    @BeforeAll
    static void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        browser = Chromium.start(profile);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void configure() throws Exception {
        scene = new GalleryScene(jenkins, "trailer-" + System.nanoTime());
    }

    @AfterEach
    void restore() {
        scene.close();
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().clear();
        ResourceDomainConfiguration.get().setUrl(null);
        assertThat(browser.takeProblems(), is(empty()));
    }

    @Test
    void thePolicyIsEnforced() throws Exception {
        browser.open(scene.finished().getAbsoluteUrl() + "videos/");
        String disposition = browser.evaluate("""
                new Promise(resolve => {
                  const video = document.createElement('video');
                  const failed = new Promise(done => video.addEventListener('error', done));
                  document.addEventListener('securitypolicyviolation',
                    violation => failed.then(() => resolve(violation.disposition)));
                  video.src = 'http://127.0.0.1:1/elsewhere.mp4';
                  document.body.append(video);
                })
                """).textValue();
        assertThat(disposition, is("enforce"));
        // when another page is there, all has been said about this one
        browser.open("about:blank");
        assertThat(browser.takeProblems(), is(not(empty())));
    }

    @Test
    void playsFromTheStandardStore() throws Exception {
        assertPlaysAndSeeks(scene.finished());
    }

    @Test
    void playsFromAStoreWithAddressesOfItsOwn() throws Exception {
        try (ShelfServer server = new ShelfServer(shelf, true)) {
            ArtifactManagerConfiguration.get()
                    .getArtifactManagerFactories()
                    .add(ShelfArtifacts.servedFrom(server.url(), shelf));
            assertPlaysAndSeeks(scene.finished());
        }
    }

    @Test
    void playsWithAResourceRootUrl() throws Exception {
        String root = jenkins.getURL().toString();
        ResourceDomainConfiguration.get().setUrl(root.replace("localhost", "127.0.0.1"));
        assertThat(ResourceDomainConfiguration.isResourceDomainConfigured(), is(true));
        assertPlaysAndSeeks(scene.finished());
    }

    private static void assertPlaysAndSeeks(WorkflowRun run) throws Exception {
        browser.open(run.getAbsoluteUrl() + "videos/");
        assertThat(
                browser.evaluate("document.querySelectorAll('video[controls]').length")
                        .intValue(),
                is(2));
        double moved = browser.evaluate("""
                (async () => {
                  const video = document.querySelector('video');
                  video.muted = true;
                  await video.play();
                  while (video.currentTime < 0.3) { await new Promise(resolve => setTimeout(resolve, 20)); }
                  video.pause();
                  return video.currentTime;
                })()
                """).doubleValue();
        assertThat(moved, is(greaterThan(0.0)));
        double jumped = browser.evaluate("""
                new Promise(resolve => {
                  const video = document.querySelector('video');
                  video.onseeked = () => resolve(video.currentTime);
                  video.currentTime = 3;
                })
                """).doubleValue();
        assertThat(jumped, is(closeTo(3, 0.1)));
    }

    @Test
    void theSpriteSheetLeadsThroughTheVideo() throws Exception {
        browser.open(scene.finished().getAbsoluteUrl() + "videos/");
        browser.await("!document.querySelector('.video-scrub').hidden");
        // the simulator's sheet of a short video has a picture for each second
        assertThat(
                browser.evaluate("document.querySelector('.video-scrub__slider').max")
                        .textValue(),
                is("3"));
        browser.evaluate("""
                new Promise(resolve => {
                  const slider = document.querySelector('.video-scrub__slider');
                  document.querySelector('video').onseeked = resolve;
                  slider.value = 2;
                  slider.dispatchEvent(new Event('input'));
                  slider.dispatchEvent(new Event('change'));
                })
                """);
        assertThat(
                browser.evaluate("document.querySelector('video').currentTime").doubleValue(), is(closeTo(2, 0.1)));
    }

    @Test
    void thePromptAndTheLineAreCopiedByKeyboard() throws Exception {
        WorkflowRun run = scene.ended(Result.SUCCESS, """
                generateVideo prompt: 'It\\'s "sp\u00e4te" <b>rain</b> & fog\\nover the sea', seconds: '4'
                """);
        browser.allowClipboard();
        browser.open(run.getAbsoluteUrl() + "videos/");
        assertCopies("Copy prompt", "It's \"sp\u00e4te\" <b>rain</b> & fog\nover the sea");
        assertCopies(
                "Copy Jenkinsfile line",
                browser.evaluate("document.querySelector('.video-card__code').textContent")
                        .textValue());
    }

    private static void assertCopies(String label, String text) throws IOException {
        browser.evaluate("""
                [...document.querySelectorAll('article button')].find(b => b.textContent.trim() === '%s').focus()
                """.formatted(label));
        browser.evaluate("document.querySelector('[data-video-news]').textContent = ''");
        browser.press("Enter", 13, "\r");
        browser.await("document.querySelector('[data-video-news]').textContent === 'Copied'");
        assertThat(browser.clipboard(), is(text));
        assertThat(browser.evaluate("document.activeElement.textContent.trim()").textValue(), is(label));
    }

    @Test
    void progressMovesWithoutAReload() throws Exception {
        WorkflowRun run = scene.halfDone();
        browser.open(run.getAbsoluteUrl());
        browser.evaluate("window.sameDocument = true");
        browser.await("document.querySelector('.video-card progress')?.value === 50");
        scene.slow().progress(80);
        browser.await("document.querySelector('.video-card progress')?.value === 80");
        scene.finish(run);
        browser.await("document.querySelector('[data-video-state=finished] video')?.readyState >= 1");
        assertThat(
                browser.evaluate("document.querySelector('[data-video-news]').textContent")
                        .textValue(),
                is("A kite over the dunes: Finished"));
        assertThat(browser.evaluate("window.sameDocument").booleanValue(), is(true));
    }

    @Test
    void furtherBuildsComeWhenTheyAreScrolledTo() throws Exception {
        for (int i = 0; i < GalleryPage.BUILDS + 1; i++) {
            scene.refused();
        }
        browser.resize(1280, 600);
        browser.open(scene.job().getAbsoluteUrl() + "videos/");
        assertThat(builds(), is(GalleryPage.BUILDS));
        browser.evaluate("document.querySelector('[data-video-more]').scrollIntoView()");
        browser.await("document.querySelectorAll('.video-build').length === " + (GalleryPage.BUILDS + 1));
    }

    private static int builds() throws IOException {
        return browser.evaluate("document.querySelectorAll('.video-build').length")
                .intValue();
    }

    @Test
    void twoBuildsPlaySideBySide() throws Exception {
        scene.finished();
        scene.finished();
        browser.open(scene.job().getAbsoluteUrl() + "videos/compare");
        browser.await("[...document.querySelectorAll('.video-sides video')].every(video => video.readyState >= 2)");
        browser.evaluate("document.querySelector('[data-video-both]').click()");
        browser.await("[...document.querySelectorAll('.video-sides video')].every(video => video.currentTime > 0.2)");
        assertThat(
                browser.evaluate("document.querySelectorAll('.video-side').length")
                        .intValue(),
                is(4));
        browser.open(scene.job().getAbsoluteUrl() + "videos/compare?left=1&right=99");
        browser.await("[...document.querySelectorAll('.video-sides video')].every(video => video.readyState >= 2)");
        assertThat(
                "there is nothing to play beside it",
                browser.evaluate("document.querySelector('[data-video-both]').checkVisibility()")
                        .booleanValue(),
                is(false));
    }

    @Test
    void nothingKeepsPeopleOut() throws Exception {
        ExtensionList.lookupSingleton(ThemeManagerPageDecorator.class).setTheme(new DarkThemeSystemManagerFactory());
        WorkflowRun finished = scene.finished();
        WorkflowRun refused = scene.ended(Result.FAILURE, GalleryScene.REFUSED);
        WorkflowRun left = scene.ended(Result.SUCCESS, GalleryScene.waves(2));
        WorkflowRun aborted = scene.aborted();
        WorkflowRun running = scene.halfDone();
        String job = scene.job().getAbsoluteUrl();
        PageAccess access = new PageAccess(browser);
        List<String> found = new ArrayList<>();
        for (String page : List.of(
                finished.getAbsoluteUrl(),
                finished.getAbsoluteUrl() + "videos/",
                refused.getAbsoluteUrl(),
                refused.getAbsoluteUrl() + "videos/",
                left.getAbsoluteUrl(),
                aborted.getAbsoluteUrl(),
                running.getAbsoluteUrl() + "videos/",
                job,
                job + "videos/",
                job + "videos/?text=nothing",
                job + "videos/compare?left=1&right=2")) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.preferDark(dark);
                browser.resize(1280, 800);
                browser.open(page);
                access.seriousViolations()
                        .forEach(violation -> found.add(page + (dark ? " dark " : " light ") + violation));
            }
            found.addAll(access.illPlaced(page));
        }
        scene.finish(running);
        assertThat(found, is(empty()));
    }

    @Test
    void keyboardAndPreferencesAreEnough() throws Exception {
        WorkflowRun finished = scene.finished();
        scene.finished();
        PageAccess access = new PageAccess(browser);
        String videos = finished.getAbsoluteUrl() + "videos/";
        String job = scene.job().getAbsoluteUrl();
        List<String> found = new ArrayList<>();
        for (String contrast : List.of("none", "active")) {
            browser.prefer(Map.of("forced-colors", contrast));
            found.addAll(access.unreachable(
                    videos, "article video", ".video-scrub__slider", ".jenkins-copy-button", "article summary"));
            found.addAll(access.unreachable(
                    job + "videos/", ".jenkins-app-bar a[href=compare]", ".video-filter input", "a.video-card__stage"));
            if (contrast.equals("active")) {
                assertThat(
                        browser.evaluate("getComputedStyle(document.querySelector('.video-trend__bars rect')).fill"),
                        is(browser.evaluate("getComputedStyle(document.body).color")));
            }
            found.addAll(access.unreachable(job + "videos/compare", "[data-video-both]", "article video"));
        }
        browser.prefer(Map.of("prefers-reduced-motion", "reduce"));
        WorkflowRun running = scene.halfDone();
        for (String page : List.of(
                finished.getAbsoluteUrl(),
                videos,
                running.getAbsoluteUrl(),
                running.getAbsoluteUrl() + "videos/",
                job + "videos/",
                job + "videos/compare")) {
            found.addAll(access.moving(page));
        }
        scene.finish(running);
        browser.prefer(Map.of());
        assertThat(found, is(empty()));

        browser.open(videos);
        browser.await("document.querySelector('article video').readyState >= 1");
        browser.evaluate("document.querySelector('article video').focus()");
        browser.press(" ", 32, " ");
        browser.await("document.querySelector('article video').currentTime > 0");
        browser.await("!document.querySelector('.video-scrub').hidden");
        browser.evaluate("document.querySelector('article video').pause()");
        browser.evaluate("document.querySelector('.video-scrub__slider').focus()");
        browser.press("End", 35, "");
        browser.await("Math.abs(document.querySelector('article video').currentTime - 3) < 0.1");
    }
}
