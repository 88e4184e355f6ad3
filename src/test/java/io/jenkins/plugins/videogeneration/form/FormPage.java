package io.jenkins.plugins.videogeneration.form;

import io.jenkins.plugins.videogeneration.fixture.Axe;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import java.io.IOException;
import java.util.List;

/** A form of ours in a browser, filled in as a person would. */
final class FormPage {

    private final Chromium browser;
    private final String part;

    /** @param part a selector of what is ours on the page */
    FormPage(Chromium browser, String part) {
        this.browser = browser;
        this.part = part;
    }

    /** Clicks what a selector finds, as soon as it is there. */
    void click(String selector) throws IOException {
        awaitShown(selector);
        browser.evaluate("document.querySelector(`%s`).click()".formatted(inPart(selector)));
    }

    /** Clicks the button that says these words, as soon as it is there. */
    void clickButton(String words) throws IOException {
        String button =
                "[...document.querySelectorAll(`%s`)].find(b => b.offsetParent && b.textContent.trim() === '%s')"
                        .formatted(inPart("button"), words);
        browser.await(button);
        browser.evaluate(button + ".click()");
    }

    /** Unfolds all advanced settings. */
    void unfold() throws IOException {
        browser.evaluate("document.querySelectorAll(`%s`).forEach(button => button.click())"
                .formatted(inPart("button.advanced-button")));
    }

    /** Types into a field, and leaves it. */
    void enter(String field, String value) throws IOException {
        String selector = "[name='_." + field + "']";
        awaitShown(selector);
        browser.evaluate("""
                (() => {
                  const field = document.querySelector(`%s`);
                  field.focus();
                  field.value = '%s';
                  field.dispatchEvent(new Event('input', {bubbles: true}));
                  field.dispatchEvent(new Event('change', {bubbles: true}));
                  field.blur();
                })()
                """.formatted(inPart(selector), value));
    }

    /** Waits until the form says something about what is in a field. */
    void awaitComplaint(String field, String words) throws IOException {
        browser.await("document.querySelector(`%s`).closest('.jenkins-form-item').textContent.includes(`%s`)"
                .formatted(inPart("[name='_." + field + "']"), words));
    }

    String value(String field) throws IOException {
        return browser.evaluate("document.querySelector(`%s`).value".formatted(inPart("[name='_." + field + "']")))
                .textValue();
    }

    void awaitShown(String selector) throws IOException {
        browser.await("document.querySelector(`%s`)?.offsetParent".formatted(inPart(selector)));
    }

    String text(String selector) throws IOException {
        return browser.evaluate("document.querySelector(`%s`).innerText".formatted(inPart(selector)))
                .textValue();
    }

    List<String> seriousViolations() throws IOException {
        return Axe.seriousViolations(browser, part);
    }

    private String inPart(String selector) {
        return part + " " + selector;
    }
}
