package io.jenkins.plugins.videogeneration.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.videogeneration.fixture.Axe;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.TabKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Looks for what keeps people out of a page; within what is ours, since the rest is Jenkins' own. */
final class PageAccess {

    private static final int[] WIDTHS = {320, 1280, 3840};
    private static final int MOST_TABS = 80;

    private final Chromium browser;
    private final TabKey tab;

    PageAccess(Chromium browser) {
        this.browser = browser;
        this.tab = new TabKey(browser);
    }

    /** What axe-core holds for serious on the page that is open. */
    List<String> seriousViolations() throws IOException {
        return Axe.seriousViolations(
                browser,
                ".video-cards, .video-latest, .video-filter, .video-trend, .video-sums, .video-builds, .video-sides");
    }

    /** What is cut off on the right, squeezed, as wide as nobody can look at, or far from what it stands beside. */
    List<String> illPlaced(String page) throws IOException {
        List<String> found = new ArrayList<>();
        for (int width : WIDTHS) {
            browser.resize(width, 800);
            browser.open(page);
            for (String element : texts(browser.evaluate("""
                    (() => {
                      const parts = [...document.querySelectorAll('.video-card, .video-fetch-all, .video-filter, .video-trend, .video-sums')];
                      const place = element => element.getBoundingClientRect();
                      const beside = element => element.nextElementSibling?.matches('article, figure')
                        ? place(element.nextElementSibling).left - place(element).right : 0;
                      return [
                        ...parts.filter(element => place(element).right > innerWidth + 1),
                        ...parts.filter(element => element.matches('.video-card') && place(element).width > 1000),
                        ...parts.filter(element => beside(element) > 100),
                        ...[...document.querySelectorAll('.video-card button, .video-card a')]
                          .filter(element => place(element).right > place(element.closest('.video-card')).right),
                        ...[...document.querySelectorAll('.video-card svg')]
                          .filter(icon => place(icon).width < place(icon).height - 1).map(icon => icon.parentElement),
                      ].map(element => element.className);
                    })()
                    """))) {
                found.add(page + " at " + width + ": " + element
                        + " is cut off, squeezed, stretched or far from the next");
            }
        }
        return found;
    }

    /** Which of these the Tab key does not lead to, or leads to without it being seen. */
    List<String> unreachable(String page, String... selectors) throws IOException {
        browser.resize(1280, 800);
        browser.open(page);
        if (page.endsWith("videos/") && List.of(selectors).contains(".video-scrub__slider")) {
            browser.await("!document.querySelector('.video-scrub').hidden");
        }
        TreeSet<String> missing = new TreeSet<>(List.of(selectors));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < MOST_TABS && !missing.isEmpty(); i++) {
            tab.press();
            for (String selector : List.copyOf(missing)) {
                if (browser.evaluate("document.activeElement.matches('" + selector + "')")
                        .booleanValue()) {
                    missing.remove(selector);
                    if (!tab.showsFocus()) {
                        found.add(page + ": the focus of " + selector + " cannot be seen, "
                                + browser.evaluate(
                                                "matchMedia('(forced-colors: active)').matches ? 'forced' : 'normal'")
                                        .textValue());
                    }
                }
            }
        }
        missing.forEach(selector -> found.add(page + ": Tab does not lead to " + selector));
        return found;
    }

    /** What plays, scrolls or moves by itself although the user prefers that nothing does. */
    List<String> moving(String page) throws IOException {
        browser.open(page);
        // as Jenkins' icon of what is running has it, whose picture not every Jenkins of a test can find
        browser.evaluate("""
                document.querySelectorAll('[data-video-state=running] .video-card__status').forEach(status =>
                  status.insertAdjacentHTML('afterbegin', '<svg><path data-symbol-animation="spin" d="M0 0"/></svg>'))
                """);
        return texts(browser.evaluate("""
                [
                  ...[...document.querySelectorAll('video')].filter(video => video.autoplay || !video.paused),
                  ...document.getAnimations().map(animation => animation.effect.target)
                    .filter(element => element.closest('[class^=video-]')),
                  ...[...document.querySelectorAll('[class^=video-]')]
                    .filter(element => getComputedStyle(element).scrollBehavior === 'smooth'),
                ].map(element => element.outerHTML.slice(0, 80) + ' moves on ' + location)
                """));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
