package io.jenkins.plugins.videogeneration.simulator;

import static io.jenkins.plugins.videogeneration.simulator.Operation.CREATE_CHARACTER;
import static io.jenkins.plugins.videogeneration.simulator.Operation.DELETE;
import static io.jenkins.plugins.videogeneration.simulator.Operation.EDIT;
import static io.jenkins.plugins.videogeneration.simulator.Operation.EXTEND;
import static io.jenkins.plugins.videogeneration.simulator.Operation.FETCH_CHARACTER;
import static io.jenkins.plugins.videogeneration.simulator.Operation.LIST;
import static io.jenkins.plugins.videogeneration.simulator.Operation.REMIX;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * All dialects, each a value. What they say was read in the published interface descriptions and the sources of the servers; where a server
 * does different things in different versions or settings, its dialect does the one that is harder to live with.
 */
final class Dialects {

    private Dialects() {}

    static List<Dialect> all() {
        return List.of(
                reference(),
                azure(),
                litellm(),
                vllmOmni(),
                sglang(),
                trtllm(),
                unsloth(),
                aquiles(),
                newApi(),
                gateway());
    }

    /** The protocol as its first owner published it. */
    static Dialect reference() {
        return new DialectBuilder("reference", referenceRenders()).build();
    }

    /** Azure AI Foundry: a key in a header of its own, 720p only, two renders a minute, jobs for a day. */
    private static Dialect azure() {
        return new DialectBuilder(
                        "azure",
                        referenceRenders()
                                .sized("720x1280", "1280x720")
                                .with(SecondsRules.oneOf(4, 8, 12))
                                .keeping(Duration.ofDays(1)))
                .at("/openai/v1")
                .without(EXTEND, EDIT, CREATE_CHARACTER, FETCH_CHARACTER)
                .with(AccessRules.bearerOr("api-key"))
                .with(LoadRules.silent().creatingPerMinute(2))
                .with(ErrorRules.of(ErrorForm.HTTP_CODE, ErrorRules.Strangers.FRAMEWORK))
                .build();
    }

    /** LiteLLM: a router in front of others, with ids that change, empty pages and errors labelled as videos. */
    private static Dialect litellm() {
        return new DialectBuilder(
                        "litellm", referenceRenders().with(BodyRules.reference().withoutNestedNames()))
                .without(DELETE)
                .with(AccessRules.bearerOr("x-litellm-api-key"))
                .with(LoadRules.silent())
                .with(VideoForm.reference()
                        .with(StatusWords.reference().waiting("queued", "processing"))
                        .with(IdForm.ROUTED))
                .with(ContentRules.reference()
                        .with(VariantForm.IGNORED)
                        .early(ContentRules.Early.MISLABELLED)
                        .withoutRanges())
                .with(new ListRules(true, true, true))
                .with(ErrorRules.of(ErrorForm.NONE_AS_TEXT, ErrorRules.Strangers.FRAMEWORK))
                .build();
    }

    /** vLLM-Omni: forms only, failed jobs as HTTP errors, deletes that take their time, one frame unless told otherwise. */
    private static Dialect vllmOmni() {
        return new DialectBuilder(
                        "vllm-omni",
                        ownModel("wan-2.2")
                                .with(BodyRules.reference().onlyForms())
                                .with(SecondsRules.upTo(60).orFrames()))
                .without(REMIX, EDIT, EXTEND, CREATE_CHARACTER, FETCH_CHARACTER)
                .with(LoadRules.silent())
                .with(VideoForm.reference().with(JobErrorForm.NUMBER).withJumpingProgress())
                .with(ContentRules.reference().with(VariantForm.IGNORED).refusing(404, 422, 404))
                .with(new DeleteRules(DeleteRules.Answer.EVENT, DeleteRules.Running.CANCELLING))
                .with(ErrorRules.of(ErrorForm.NUMBER_CODE, ErrorRules.Strangers.FRAMEWORK)
                        .withFailedJobs())
                .build();
    }

    /** SGLang Diffusion: no keys, no state between queued and the end, videos stored elsewhere. */
    private static Dialect sglang() {
        return new DialectBuilder(
                        "sglang",
                        ownModel("wan-2.1")
                                .with(BodyRules.reference().formsWithFiles())
                                .with(SecondsRules.upTo(60).onlyWhole()))
                .without(REMIX, EDIT, EXTEND, CREATE_CHARACTER, FETCH_CHARACTER)
                .with(AccessRules.open())
                .with(LoadRules.silent())
                .with(VideoForm.reference()
                        .with(StatusWords.reference().waiting("queued", "queued"))
                        .with(SecondsForm.INTEGER)
                        .with(JobErrorForm.MESSAGE)
                        .withUrl())
                .with(ContentRules.reference()
                        .with(VariantForm.INDEX)
                        .by(ContentRules.Transport.JOB_URL)
                        .refusing(400, 400, 404))
                .with(new ListRules(false, false, true))
                .with(new DeleteRules(DeleteRules.Answer.JOB, DeleteRules.Running.FORGOTTEN))
                .with(ErrorRules.of(ErrorForm.DETAIL, ErrorRules.Strangers.FRAMEWORK))
                .build();
    }

    /** TensorRT-LLM: no keys, no tolerance for fields that it does not know, content as JSON. */
    private static Dialect trtllm() {
        return new DialectBuilder(
                        "trtllm",
                        ownModel("wan-2.1")
                                .accepting(202)
                                .with(BodyRules.reference()
                                        .knowing(
                                                "prompt",
                                                "model",
                                                "size",
                                                "duration",
                                                "fps",
                                                "seed",
                                                "negative_prompt",
                                                "guidance_scale",
                                                "num_inference_steps",
                                                "input_reference"))
                                .with(SecondsRules.upTo(60).called("duration")))
                .without(REMIX, EDIT, EXTEND, CREATE_CHARACTER, FETCH_CHARACTER)
                .with(AccessRules.open())
                .with(LoadRules.silent())
                .with(VideoForm.reference().with(SecondsForm.DURATION).with(JobErrorForm.TEXT))
                .with(ContentRules.reference()
                        .with(VariantForm.IGNORED)
                        .by(ContentRules.Transport.BASE64)
                        .refusing(400, 400, 404)
                        .withoutRanges())
                .with(new DeleteRules(DeleteRules.Answer.FLAG, DeleteRules.Running.FORGOTTEN))
                .with(ErrorRules.of(ErrorForm.TEXT, ErrorRules.Strangers.FRAMEWORK))
                .build();
    }

    /** Unsloth Studio: one render at a time, and only with the model that is loaded. */
    private static Dialect unsloth() {
        return new DialectBuilder("unsloth", ownModel("wan-2.2").with(SecondsRules.upTo(60)))
                .without(REMIX, EDIT, EXTEND, CREATE_CHARACTER, FETCH_CHARACTER)
                .with(LoadRules.reference().oneAtATime("unloaded"))
                .with(VideoForm.reference()
                        .with(StatusWords.reference().ending("cancelled", "completed"))
                        .with(SecondsForm.FRACTION))
                .with(ContentRules.reference().withOnly(Set.of(Variant.VIDEO, Variant.THUMBNAIL), true))
                .with(new DeleteRules(DeleteRules.Answer.EVENT, DeleteRules.Running.CANCELLED))
                .with(ErrorRules.of(ErrorForm.DETAIL, ErrorRules.Strangers.FRAMEWORK))
                .build();
    }

    /** Aquiles-Image: a login page for those without a key, content before it is complete. */
    private static Dialect aquiles() {
        return new DialectBuilder("aquiles", ownModel("wan-2.2").with(SecondsRules.upTo(60)))
                .without(REMIX, EDIT, EXTEND, CREATE_CHARACTER, FETCH_CHARACTER)
                .with(new AccessRules(true, Set.of(), true, 403))
                .with(LoadRules.silent().failingWith(503))
                .with(VideoForm.reference().with(StatusWords.reference().waiting("queued", "processing")))
                .with(ContentRules.reference()
                        .with(VariantForm.IGNORED)
                        .early(ContentRules.Early.HALF_A_FILE)
                        .withoutRanges())
                .with(new ListRules(true, false, false))
                .with(ErrorRules.of(ErrorForm.DETAIL, ErrorRules.Strangers.FRAMEWORK))
                .build();
    }

    /** new-api: states of its own, milliseconds, neither list nor delete. */
    private static Dialect newApi() {
        return new DialectBuilder("new-api", referenceRenders())
                .without(LIST, DELETE, EDIT, EXTEND, CREATE_CHARACTER, FETCH_CHARACTER)
                .with(LoadRules.silent())
                .with(VideoForm.reference()
                        .with(StatusWords.reference().waiting("NOT_START", "unknown"))
                        .inMilliseconds()
                        .withTaskId())
                .with(ContentRules.reference().with(VariantForm.IGNORED).refusing(400, 400, 502))
                .with(ErrorRules.of(ErrorForm.REFERENCE, ErrorRules.Strangers.QUOTED_URL))
                .build();
    }

    /** Gateways and resellers, such as AISIX: signed URLs, limits on polls, further words for the end. */
    private static Dialect gateway() {
        return new DialectBuilder("gateway", referenceRenders().accepting(201))
                .with(LoadRules.silent().polledEvery(Duration.ofSeconds(5)))
                .with(VideoForm.reference().with(StatusWords.reference().ending("cancelled", "expired")))
                .with(ContentRules.reference()
                        .by(ContentRules.Transport.REDIRECT)
                        .refusing(400, 400, 404))
                .with(new DeleteRules(DeleteRules.Answer.EVENT, DeleteRules.Running.CANCELLED))
                .build();
    }

    private static RenderRules referenceRenders() {
        return new RenderRules(
                BodyRules.reference(),
                200,
                "sora-2",
                VideoSize.list("720x1280", "1280x720", "1024x1792", "1792x1024", "1920x1080", "1080x1920"),
                false,
                SecondsRules.oneOf(4, 8, 12, 16, 20),
                Duration.ofHours(1));
    }

    private static RenderRules ownModel(String model) {
        return referenceRenders().withOwnModel(model);
    }
}
