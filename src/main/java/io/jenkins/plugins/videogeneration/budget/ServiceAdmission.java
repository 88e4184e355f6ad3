package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.Admission;
import io.jenkins.plugins.videogeneration.render.RenderRecord;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Lets the renders of one build in at one service: first into the queue, then into the account of the day. */
final class ServiceAdmission implements Admission {

    private final RenderQueue queue;
    private final Ledger ledger;
    private final Supplier<List<LimitScope>> scopes;
    private final String build;
    private final String job;
    private final Executor worker;

    /**
     * @param scopes the limits of the job, as they are now
     * @param build the id of the build
     * @param job the full name of its job
     */
    ServiceAdmission(
            RenderQueue queue,
            Ledger ledger,
            Supplier<List<LimitScope>> scopes,
            String build,
            String job,
            Executor worker) {
        this.queue = queue;
        this.ledger = ledger;
        this.scopes = scopes;
        this.build = build;
        this.job = job;
        this.worker = worker;
    }

    @Override
    public CompletableFuture<Place> enter(RenderRecord record) {
        Charge charge = charge(record);
        // nobody shall wait in vain
        ledger.check(charge, scopes.get());
        CompletableFuture<Place> place = new CompletableFuture<>();
        CompletableFuture<Void> turn = queue.enter(ticket(record));
        place.whenComplete((mine, error) -> {
            if (place.isCancelled()) {
                turn.cancel(false);
            }
        });
        if (turn.isDone()) {
            pay(charge, place);
        } else {
            // not on the thread of whoever left: many in a row would pile up on its stack
            turn.thenRunAsync(() -> pay(charge, place), worker);
        }
        return place;
    }

    private void pay(Charge charge, CompletableFuture<Place> place) {
        Paid paid;
        try {
            paid = new Paid(charge, ledger.enter(charge, scopes.get()));
        } catch (RuntimeException e) {
            queue.leave(charge.key());
            place.completeExceptionally(e);
            return;
        }
        if (!place.complete(paid)) {
            // cancelled in the meantime
            paid.leaveUnused();
        }
    }

    @Override
    public Place occupy(RenderRecord record) {
        queue.occupy(ticket(record));
        return new Paid(charge(record), null);
    }

    private Charge charge(RenderRecord record) {
        return new Charge(record.key(), job, record.cost(), false);
    }

    private Ticket ticket(RenderRecord record) {
        return new Ticket(record.key(), build, job, record.intendedAt(), false);
    }

    private final class Paid implements Place {
        private final Charge charge;
        /** Null if it was paid before a restart; what was asked for then is counted. */
        private final LocalDate day;

        Paid(Charge charge, LocalDate day) {
            this.charge = charge;
            this.day = day;
        }

        @Override
        public void leave() {
            queue.leave(charge.key());
        }

        @Override
        public void leaveUnused() {
            if (day != null) {
                ledger.takeBack(charge, day);
            }
            leave();
        }
    }
}
