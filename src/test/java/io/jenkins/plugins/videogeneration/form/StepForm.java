package io.jenkins.plugins.videogeneration.form;

import io.jenkins.plugins.videogeneration.fixture.Chromium;
import io.jenkins.plugins.videogeneration.fixture.FormPage;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** The snippet generator with the form of a step. */
record StepForm(Chromium browser, FormPage page) {

    static StepForm open(Chromium browser, WorkflowJob job, String step) throws IOException {
        browser.open(job.getAbsoluteUrl() + "pipeline-syntax/");
        browser.evaluate("""
                (() => {
                  const steps = document.querySelector('.dropdownList');
                  steps.value = [...steps.options].find(option => option.text.startsWith('%s')).value;
                  steps.dispatchEvent(new Event('change'));
                })()
                """.formatted(step));
        return new StepForm(browser, new FormPage(browser, "#main-panel"));
    }

    /** Has the snippet written, and reads it. */
    String generate() throws IOException {
        browser.evaluate("document.querySelector('#generatePipelineScript').click()");
        browser.await("document.querySelector('#prototypeText').value");
        return browser.evaluate("document.querySelector('#prototypeText').value")
                .textValue();
    }
}
