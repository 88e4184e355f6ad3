package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The account of one service. A render is entered before it is asked for, so that renders that begin at the same time
 * can't exceed a limit together, and taken back if the service refused it. A file for each day.
 */
final class Ledger {

    private static final Logger LOGGER = Logger.getLogger(Ledger.class.getName());

    private final String service;
    private final Path folder;
    private final InstantSource clock;
    private final ZoneId zone;

    private final ClosedDays closed;

    private LocalDate day;
    private Map<String, Charge> charges;

    /** @param zone whose midnight ends a day */
    Ledger(String service, Path folder, InstantSource clock, ZoneId zone) {
        this.service = service;
        this.folder = folder;
        this.clock = clock;
        this.zone = zone;
        this.closed = new ClosedDays(folder);
    }

    /** @throws RenderException with the limit that forbids it; nothing is entered then */
    synchronized void check(Charge charge, List<LimitScope> scopes) {
        try {
            openToday();
        } catch (IOException e) {
            throw notWritten(e);
        }
        if (!charges.containsKey(charge.key())) {
            for (LimitScope scope : scopes) {
                Sum used = sum(charges.values(), scope::covers);
                new DayLimits(service, scope, day.plusDays(1).atStartOfDay(zone)).check(charge.cost(), used);
            }
        }
    }

    /**
     * Enters a charge. One that was entered today, before a restart, stays as it was.
     *
     * @return the day that it was entered for
     * @throws RenderException with the limit that forbids it, or if it can't be written down
     */
    synchronized LocalDate enter(Charge charge, List<LimitScope> scopes) {
        check(charge, scopes);
        if (!charges.containsKey(charge.key())) {
            try {
                file(day).add(charge);
            } catch (IOException e) {
                throw notWritten(e);
            }
            charges.put(charge.key(), charge);
        }
        return day;
    }

    /** For a render that the service did not take. */
    synchronized void takeBack(Charge charge, LocalDate from) {
        try {
            file(from).add(new Charge(charge.key(), charge.job(), null, true));
            closed.changed(from);
            if (from.equals(day)) {
                charges.remove(charge.key());
            }
        } catch (IOException e) {
            // it counts although it was not taken: the budget is not exceeded by that
            LOGGER.log(Level.WARNING, e, () -> "Cannot take a render back that " + service + " refused");
        }
    }

    /** @param jobs whose charges count, by their full names */
    Sums sums(Predicate<String> jobs) throws IOException {
        List<Charge> now;
        LocalDate today;
        synchronized (this) {
            openToday();
            now = List.copyOf(charges.values());
            today = day;
        }
        // the days before are read without anybody having to wait who enters a render
        List<Charge> all = new ArrayList<>(closed.before(today));
        all.addAll(now);
        return new Sums(sum(now, jobs), sum(all, jobs));
    }

    private static Sum sum(Collection<Charge> charges, Predicate<String> jobs) {
        return Sum.of(charges.stream().filter(charge -> jobs.test(charge.job())).toList());
    }

    private void openToday() throws IOException {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (!today.equals(day)) {
            charges = file(today).read();
            day = today;
        }
    }

    private DayFile file(LocalDate of) {
        return DayFile.of(folder, of);
    }

    private RenderException notWritten(IOException e) {
        return new RenderException(Messages.Ledger_notWritten(service, e.getMessage()), Messages.Ledger_space(), e);
    }
}
