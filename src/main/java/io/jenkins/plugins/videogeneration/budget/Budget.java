package io.jenkins.plugins.videogeneration.budget;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.Computer;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.videogeneration.api.Sha256;
import io.jenkins.plugins.videogeneration.api.Timing;
import io.jenkins.plugins.videogeneration.render.Admission;
import io.jenkins.plugins.videogeneration.render.RenderRequest;
import io.jenkins.plugins.videogeneration.service.EnclosingLimits;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import io.jenkins.plugins.videogeneration.service.ServiceConnections;
import io.jenkins.plugins.videogeneration.service.VideoServices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The queues and the accounts of this controller's services, each made when first needed. */
@Extension
@Restricted(NoExternalUse.class)
public class Budget {

    /** Builds that end without a word, because they could not be loaded, say, give up their turns after that. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Timing timing = ServiceConnections.timing();
    private final Map<String, RenderQueue> queues = new HashMap<>();
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final Set<RenderQueue> looking = new HashSet<>();

    public static Budget get() {
        return ExtensionList.lookupSingleton(Budget.class);
    }

    /**
     * Refuses what no wait can help.
     *
     * @throws io.jenkins.plugins.videogeneration.api.InvalidRequestException if the video would be too long, or a
     *     parameter decides that past the limits
     */
    public void check(Run<?, ?> run, RenderRequest request) {
        List<LimitScope> scopes = EnclosingLimits.all(run.getParent().getFullName(), request.service());
        SecondsLimit.check(request, scopes);
        CostlyExtras.check(request, scopes);
    }

    /** @param worker continues the renders whose turn has come */
    public Admission admission(Run<?, ?> run, String service, Executor worker) {
        String job = run.getParent().getFullName();
        RenderQueue queue = queue(service);
        lookAgainLater(queue, worker);
        return new ServiceAdmission(
                queue,
                ledger(service),
                () -> EnclosingLimits.all(job, service),
                run.getExternalizableId(),
                job,
                worker);
    }

    private void lookAgainLater(RenderQueue queue, Executor worker) {
        synchronized (this) {
            if (!queue.waitsForSomebody() || !looking.add(queue)) {
                return;
            }
        }
        timing.after(BETWEEN_LOOKS)
                .thenRunAsync(
                        () -> {
                            synchronized (this) {
                                looking.remove(queue);
                            }
                            queue.letIn();
                            lookAgainLater(queue, worker);
                        },
                        worker);
    }

    /** What was asked for at a service. Reads files. */
    public Sums ofService(String service) throws IOException {
        return ledger(service).sums(job -> true);
    }

    /** The same of each service that is configured, in its order. Reads files. */
    public List<ServiceSums> ofServices() throws IOException {
        List<ServiceSums> sums = new ArrayList<>();
        for (var service : VideoServices.get().getServices()) {
            sums.add(ServiceSums.of(service.getName(), ofService(service.getName())));
        }
        return sums;
    }

    /**
     * What a job has asked for, at each service that is configured and that it used. Reads files.
     *
     * @param job its full name
     */
    public List<ServiceSums> ofJob(String job) throws IOException {
        List<ServiceSums> sums = new ArrayList<>();
        for (var service : VideoServices.get().getServices()) {
            Sums some = ledger(service.getName()).sums(job::equals);
            if (some.all().renders() > 0) {
                sums.add(ServiceSums.of(service.getName(), some));
            }
        }
        return sums;
    }

    private synchronized RenderQueue queue(String service) {
        return queues.computeIfAbsent(
                service,
                name -> new RenderQueue(
                        new QueueFile(folder("queue").resolve(fileName(name) + ".json")),
                        job -> EnclosingLimits.all(job, name),
                        Budget::buildGoesOn));
    }

    private synchronized Ledger ledger(String service) {
        return ledgers.computeIfAbsent(
                service,
                name -> new Ledger(
                        name, folder("account").resolve(fileName(name)), timing.clock(), ZoneId.systemDefault()));
    }

    private static boolean buildGoesOn(Ticket ticket) {
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            Run<?, ?> run = Run.fromExternalizableId(ticket.build());
            return run != null && run.isBuilding();
        }
    }

    private static Path folder(String name) {
        return Jenkins.get().getRootDir().toPath().resolve("video-generation").resolve(name);
    }

    /** The name is hashed, because it may hold what no file's name can. */
    private static String fileName(String service) {
        return Sha256.of(service.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** A job was renamed or moved while its renders wait, or are under way. */
    public void moved(String oldJob, String newJob) {
        allQueues().forEach(queue -> queue.moved(oldJob, newJob));
    }

    private void limitsChanged() {
        allQueues().forEach(RenderQueue::letIn);
    }

    private synchronized List<RenderQueue> allQueues() {
        return new ArrayList<>(queues.values());
    }

    /** A limit that was raised lets in who waits. */
    @Extension
    public static class Changes extends SaveableListener {

        @Override
        public void onChange(Saveable saved, XmlFile file) {
            if (saved instanceof VideoServices || saved instanceof ItemGroup) {
                // whoever saves holds locks of Jenkins' own, and letting in reads and writes files
                Computer.threadPoolForRemoting.execute(Budget.get()::limitsChanged);
            }
        }
    }
}
