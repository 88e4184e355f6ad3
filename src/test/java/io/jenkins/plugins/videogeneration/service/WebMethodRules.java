package io.jenkins.plugins.videogeneration.service;

import static io.jenkins.plugins.videogeneration.service.WebMethod.Guard.ECHOES_TO_OTHERS;
import static io.jenkins.plugins.videogeneration.service.WebMethod.Guard.JOB_FORM;
import static io.jenkins.plugins.videogeneration.service.WebMethod.Guard.REFUSES_OTHERS;

import io.jenkins.plugins.videogeneration.gallery.BuildGallery;
import io.jenkins.plugins.videogeneration.run.QueryFields;
import io.jenkins.plugins.videogeneration.run.RenderFields;
import io.jenkins.plugins.videogeneration.run.ServiceFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every method of a form that the web can call. A new one has to be added here, with its guard. */
final class WebMethodRules {

    static final String SERVICE = "studio";
    static final String KEY_ID = "studio-key";
    static final String SENT = "sent-by-the-form";

    /** What a page can be walked through by, to the methods behind; {@link PageMethod#all} takes these ways. */
    static final List<String> GETTERS = List.of(BuildGallery.class.getName() + ".getRender");

    private WebMethodRules() {}

    static List<WebMethod> all() {
        List<WebMethod> all = new ArrayList<>(ofServices());
        all.addAll(ofFields());
        Class<?> limits = ServiceLimits.DescriptorImpl.class;
        all.add(WebMethod.of(limits, "doCheckConcurrentRenders", JOB_FORM, Map.of("value", "0"), "concurrentRenders"));
        all.add(WebMethod.of(limits, "doCheckSecondsPerRender", JOB_FORM, Map.of("value", "-1"), "secondsPerRender"));
        all.add(WebMethod.of(limits, "doCheckRendersPerDay", JOB_FORM, Map.of("value", "1.5"), "rendersPerDay"));
        all.add(WebMethod.of(limits, "doCheckCostPerDay", JOB_FORM, Map.of("value", "much"), "costPerDay"));
        all.add(WebMethod.of(
                FolderLimit.DescriptorImpl.class,
                "doFillServiceItems",
                JOB_FORM,
                Map.of("service", SENT),
                '"' + SERVICE + '"'));
        return all;
    }

    private static List<WebMethod> ofFields() {
        Class<?> render = RenderFields.class;
        Class<?> query = QueryFields.class;
        Class<?> service = ServiceFields.class;
        return List.of(
                WebMethod.of(service, "doFillServiceItems", JOB_FORM, Map.of("service", SENT), '"' + SERVICE + '"'),
                WebMethod.of(
                        service,
                        "doFillCredentialsIdItems",
                        JOB_FORM,
                        Map.of("service", SERVICE, "credentialsId", SENT),
                        KEY_ID),
                WebMethod.of(render, "doFillOnAbortItems", JOB_FORM, Map.of("onAbort", SENT), "Keep it"),
                WebMethod.of(render, "doCheckPrompt", JOB_FORM, Map.of("value", ""), "Prompt is empty"),
                WebMethod.of(render, "doCheckSize", JOB_FORM, Map.of("value", "big"), "WIDTHxHEIGHT"),
                WebMethod.of(render, "doCheckSeconds", JOB_FORM, Map.of("value", "-1"), "positive number"),
                WebMethod.of(render, "doCheckExtraText", JOB_FORM, Map.of("value", "seed"), "no JSON object"),
                WebMethod.of(render, "doCheckFile", JOB_FORM, Map.of("value", "../x.mp4"), "inside the workspace"),
                WebMethod.of(render, "doCheckTimeoutMinutes", JOB_FORM, Map.of("value", "0"), "error"),
                WebMethod.of(render, "doCheckPollSeconds", JOB_FORM, Map.of("value", "0"), "error"),
                WebMethod.of(render, "doFillModelItems", JOB_FORM, Map.of("service", ""), "sora-2"),
                WebMethod.of(render, "doFillSizeItems", JOB_FORM, Map.of("service", ""), "1280x720"),
                WebMethod.of(render, "doFillSecondsItems", JOB_FORM, Map.of("service", ""), "12"),
                WebMethod.of(render, "doFillVariantItems", JOB_FORM, Map.of(), "thumbnail"),
                WebMethod.of(render, "doCheckId", JOB_FORM, Map.of("value", "a/b"), "no slashes"),
                WebMethod.of(render, "doCheckVideo", JOB_FORM, Map.of("value", "a.mp4", "id", "b"), "only one of them"),
                WebMethod.of(render, "doCheckVariant", JOB_FORM, Map.of("value", "gif"), "spritesheet"),
                WebMethod.of(render, "doCheckCharactersText", JOB_FORM, Map.of("value", "a b c"), "2 is the limit"),
                WebMethod.of(render, "doCheckInputReference", JOB_FORM, Map.of("value", "../a.png"), "inside the"),
                WebMethod.of(render, "doCheckInputReferenceUrl", JOB_FORM, Map.of("value", "a.png"), "http://"),
                WebMethod.of(render, "doCheckInputReferenceFileId", JOB_FORM, Map.of("value", "a/b"), "no slashes"),
                WebMethod.of(query, "doCheckId", JOB_FORM, Map.of("value", ""), "Id is empty"),
                WebMethod.of(query, "doCheckName", JOB_FORM, Map.of("value", ""), "Name is empty"),
                WebMethod.of(query, "doCheckVideo", JOB_FORM, Map.of("value", "/a.mp4"), "is absolute"),
                WebMethod.of(query, "doCheckLimit", JOB_FORM, Map.of("value", "0"), "error"));
    }

    private static List<WebMethod> ofServices() {
        Class<?> service = VideoService.DescriptorImpl.class;
        Class<?> http = HttpKind.DescriptorImpl.class;
        Class<?> form = HttpKindForm.class;
        return List.of(
                refusing(VideoServices.class, "doFillDefaultServiceItems", Map.of(), SERVICE),
                refusing(VideoServices.class, "doCheckDefaultService", Map.of("value", "gone"), "gone"),
                refusing(service, "doCheckName", Map.of("value", ""), "needs a name"),
                refusing(service, "doFillModelItems", Map.of(), "sora-2"),
                refusing(service, "doFillSizeItems", Map.of(), "1280x720"),
                refusing(service, "doFillSecondsItems", Map.of(), "12"),
                refusing(service, "doCheckSize", Map.of("value", "big"), "WIDTHxHEIGHT"),
                refusing(VideoPrice.DescriptorImpl.class, "doCheckPerSecond", Map.of("value", ""), "A price needs"),
                refusing(service, "doCheckSeconds", Map.of("value", "-1"), "positive number"),
                WebMethod.of(
                        service,
                        "doFillWebhookCredentialsIdItems",
                        ECHOES_TO_OTHERS,
                        Map.of("webhookCredentialsId", SENT),
                        KEY_ID),
                refusing(service, "doCheckWebhookCredentialsId", Map.of("value", "gone"), "no credential"),
                refusing(service, "doCheckLargestVideoMiB", Map.of("value", "0"), "error"),
                refusing(form, "doCheckBaseUrl", Map.of("value", "ftp://x"), "no http or https URL"),
                refusing(form, "doFillAuthenticationItems", Map.of(), "BEARER"),
                refusing(form, "doFillPresetItems", Map.of(), "AZURE"),
                refusing(form, "doFillCreateEncodingItems", Map.of(), "MULTIPART"),
                refusing(form, "doCheckHeaders", Map.of("value", "nonsense"), "nonsense"),
                refusing(form, "doCheckQuery", Map.of("value", "nonsense"), "nonsense"),
                refusing(form, "doCheckFieldNames", Map.of("value", "nonsense"), "nonsense"),
                refusing(form, "doCheckExtensionSeconds", Map.of("value", "0"), "from 1 on"),
                refusing(form, "doCheckLacks", Map.of("value", "nonsense"), "nonsense"),
                refusing(form, "doCheckHeaderName", Map.of("value", "", "authentication", "HEADER"), "Name the header"),
                WebMethod.of(
                        form,
                        "doFillCredentialsIdItems",
                        ECHOES_TO_OTHERS,
                        Map.of("baseUrl", "https://videos.example.com/v1", "credentialsId", SENT),
                        KEY_ID),
                refusing(
                        form,
                        "doCheckCredentialsId",
                        Map.of("value", "gone", "baseUrl", "", "authentication", "BEARER"),
                        "no credential"),
                refusing(
                        http,
                        "doTestConnection",
                        Map.of(
                                "baseUrl", "ftp://x",
                                "authentication", "NONE",
                                "headerName", "",
                                "credentialsId", "",
                                "headers", "",
                                "query", ""),
                        "no http or https URL"),
                refusing(SimulatorKind.DescriptorImpl.class, "doCheckRenderSeconds", Map.of("value", "-1"), "error"));
    }

    private static WebMethod refusing(Class<?> owner, String name, Map<String, String> parameters, String tells) {
        return WebMethod.of(owner, name, REFUSES_OTHERS, parameters, tells);
    }
}
