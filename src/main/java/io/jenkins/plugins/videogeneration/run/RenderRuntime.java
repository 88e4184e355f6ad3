package io.jenkins.plugins.videogeneration.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.videogeneration.render.RenderEngine;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.security.ImpersonatingExecutorService;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The engine of this controller and the few threads that all its renders share. */
@Extension
@Restricted(NoExternalUse.class)
public class RenderRuntime {

    /** Together twelve, however many renders there are. */
    public static final int WORKERS = 6;

    /** Each may wait for an agent or a store for long. */
    public static final int DELIVERERS = 4;

    private static final int ASKERS = 2;
    private static final int IDLE_SECONDS = 30;

    private final ExecutorService worker;
    private final ExecutorService asker;
    private final ExecutorService deliverer;
    private final RenderEngine engine;

    public RenderRuntime() {
        worker = threads("video-generation", WORKERS);
        asker = threads("video-generation-status", ASKERS);
        deliverer = threads("video-generation-delivery", DELIVERERS);
        engine = new RenderEngine(ServiceConnections.timing(), worker, asker, deliverer);
    }

    private static ExecutorService threads(String name, int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count,
                count,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new NamingThreadFactory(new DaemonThreadFactory(), name));
        threads.allowCoreThreadTimeOut(true);
        // what a render may do was decided when it was started; from then on Jenkins acts for itself
        return new ImpersonatingExecutorService(threads, ACL.SYSTEM2);
    }

    public static RenderRuntime get() {
        return ExtensionList.lookupSingleton(RenderRuntime.class);
    }

    public RenderEngine engine() {
        return engine;
    }

    /** For work that reads or writes files, or talks to an agent. */
    public Executor worker() {
        return worker;
    }

    /** Ends the threads when Jenkins stops; renders go on after the restart. */
    @Terminator(attains = ServiceConnections.RENDERS_STOPPED)
    public static void close() {
        for (RenderRuntime runtime : ExtensionList.lookup(RenderRuntime.class)) {
            runtime.asker.shutdown();
            runtime.worker.shutdown();
            runtime.deliverer.shutdown();
        }
    }
}
