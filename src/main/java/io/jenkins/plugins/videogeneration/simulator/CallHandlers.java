package io.jenkins.plugins.videogeneration.simulator;

import java.util.EnumMap;
import java.util.Map;

/** Puts the handlers of all operations together. */
final class CallHandlers {

    private CallHandlers() {}

    static Map<Operation, CallHandler> of(SimulatorSettings settings, JobStore store, Ids ids, MediaCache media) {
        Dialect dialect = settings.dialect();
        Limits limits = settings.limits();
        RenderRules renders = dialect.renders();
        SignedFiles files = new SignedFiles(store.jobs(), media, dialect.access());
        VideoJson json = new VideoJson(dialect.videos(), files);
        JobAnswers answers = new JobAnswers(dialect, store.jobs(), json);
        RenderQueue queue = new RenderQueue(settings, store.jobs(), ids);
        ParameterReader reader = new ParameterReader(limits, renders.body().nestedNames());
        SourceVideos sources = new SourceVideos(store.jobs(), dialect.videos().ids(), renders);
        CharacterReferences characters = new CharacterReferences(store.characters());
        PollLimit polls = new PollLimit(dialect.load().betweenPolls(), limits.jobs());
        ErrorAnswers errors = new ErrorAnswers(dialect);
        Map<Operation, CallHandler> handlers = new EnumMap<>(Operation.class);
        handlers.put(Operation.CREATE, new CreateVideo(renders, reader, characters, queue, answers));
        handlers.put(Operation.EXTEND, new ExtendVideo(dialect, reader, sources, queue, answers));
        handlers.put(Operation.EDIT, new EditVideo(dialect, reader, sources, queue, answers));
        handlers.put(Operation.REMIX, new RemixVideo(renders, reader, sources, queue, answers));
        handlers.put(Operation.RETRIEVE, new RetrieveVideo(answers, polls));
        handlers.put(Operation.LIST, new ListVideos(dialect, store.jobs(), json));
        handlers.put(Operation.DELETE, new DeleteVideo(dialect.deletes(), store.jobs(), answers));
        handlers.put(Operation.DOWNLOAD_CONTENT, new DownloadContent(dialect.content(), answers, media, files, errors));
        handlers.put(Operation.CREATE_CHARACTER, new CreateCharacter(reader, store.characters(), ids, limits.jobs()));
        handlers.put(Operation.FETCH_CHARACTER, new FetchCharacter(store.characters()));
        return handlers;
    }
}
