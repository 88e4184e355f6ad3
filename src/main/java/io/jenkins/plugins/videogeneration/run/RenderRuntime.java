package io.jenkins.plugins.videogeneration.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.videogeneration.render.RenderEngine;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Fetch what is finished; like those that begin and deliver, none of them is needed while renders wait. */
    public static final int WORKERS = 6;

    /** Each may wait for an agent for long, whose files it brings, or copy a video of an earlier build. */
    public static final int BEGINNERS = 4;

    /** Each may wait for an agent or a store for long. */
    public static final int DELIVERERS = 4;

    /** With the few threads of the HTTP client, and the two that OkHttp has for itself, all that waiting takes. */
    private static final int ASKERS = 2;

    private static final int IDLE_SECONDS = 5;

    private final ExecutorService worker = threads("video-generation", WORKERS);
    private final ExecutorService asker = threads("video-generation-status", ASKERS);
    private final ExecutorService beginner = threads("video-generation-begin", BEGINNERS);
    private final ExecutorService deliverer = threads("video-generation-delivery", DELIVERERS);
    private final Set<CompletableFuture<Void>> unwantedAtStop = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private RenderEngine engine;

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

    /** Made when it is first needed: most starts of Jenkins need none. */
    public synchronized RenderEngine engine() {
        if (engine == null) {
            engine = new RenderEngine(ServiceConnections.timing(), worker, asker, deliverer);
        }
        return engine;
    }

    /**
     * For what is asked for once: when Jenkins stops, nothing leaves any more.
     *
     * @param unwanted is completed then; whoever gives it completes it earlier if that does not matter any more
     */
    void unwantedAtStop(CompletableFuture<Void> unwanted) {
        unwantedAtStop.add(unwanted);
        unwanted.whenComplete((nothing, error) -> unwantedAtStop.remove(unwanted));
        if (stopping) {
            unwanted.complete(null);
        }
    }

    private void stopAsking() {
        stopping = true;
        unwantedAtStop.forEach(unwanted -> unwanted.complete(null));
        RenderEngine used;
        synchronized (this) {
            used = engine;
        }
        if (used != null) {
            used.close();
        }
    }

    /** For work that reads or writes files of the controller, and does not take long. */
    public Executor worker() {
        return worker;
    }

    /** For what comes before a request, and may bring files from elsewhere. */
    public Executor beginner() {
        return beginner;
    }

    /** Ends the threads when Jenkins stops; renders go on after the restart. */
    @Terminator(attains = ServiceConnections.RENDERS_STOPPED)
    public static void close() {
        for (RenderRuntime runtime : ExtensionList.lookup(RenderRuntime.class)) {
            runtime.stopAsking();
            runtime.asker.shutdown();
            runtime.worker.shutdown();
            runtime.beginner.shutdown();
            runtime.deliverer.shutdown();
        }
    }
}
