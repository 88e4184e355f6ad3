package io.jenkins.plugins.videogeneration.form;

import hudson.model.Descriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.FormPage;
import java.io.IOException;

/** The form of a build step, in the configuration of a freestyle job. */
record BuildStepForm(FormPage page) {

    /** Adds one to the configuration that is open. */
    static BuildStepForm add(Chromium browser, Descriptor<Builder> builder) throws IOException {
        browser.await("document.querySelector('[suffix=builder]')");
        browser.evaluate("document.querySelector('[suffix=builder]').click()");
        String entry = "[...document.querySelectorAll('.jenkins-dropdown__item')]"
                + ".find(item => item.textContent.trim() === '" + builder.getDisplayName() + "')";
        browser.await(entry);
        browser.evaluate(entry + ".click()");
        String step = "[descriptorid$=" + builder.clazz.getSimpleName() + "]";
        FormPage page = new FormPage(browser, step);
        page.awaitShown("[name='_.service']");
        return new BuildStepForm(page);
    }
}
