package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.render.RenderException;
import io.jenkins.plugins.videogeneration.service.LimitScope;
import java.io.IOException;
import java.nio.file.Files;
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
import java.util.stream.Stream;

/**
 * The account of one service. A render is entered before it is asked for, so that renders that begin at the same time
 * can't exceed a limit together, and taken back if the service refused it. A file for each day.
 */
final class Ledger {

    private static final Logger LOGGER = Logger.getLogger(Ledger.class.getName());
    private static final String SUFFIX = ".jsonl";

    private final String service;
    private final Path folder;
    private final InstantSource clock;
    private final ZoneId zone;

    private LocalDate day;
    private Map<String, Charge> charges;

    /** @param zone whose midnight ends a day */
    Ledger(String service, Path folder, InstantSource clock, ZoneId zone) {
        this.service = service;
        this.folder = folder;
        this.clock = clock;
        this.zone = zone;
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
            if (from.equals(day)) {
                charges.remove(charge.key());
            }
        } catch (IOException e) {
            // it counts although it was not taken: the budget is not exceeded by that
            LOGGER.log(Level.WARNING, e, () -> "Cannot take a render back that " + service + " refused");
        }
    }

    /** @param jobs whose charges count, by their full names */
    synchronized Sums sums(Predicate<String> jobs) throws IOException {
        openToday();
        List<Charge> all = new ArrayList<>();
        for (LocalDate each : days()) {
            all.addAll(file(each).read().values());
        }
        return new Sums(sum(charges.values(), jobs), sum(all, jobs));
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

    private List<LocalDate> days() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}" + SUFFIX))
                    .map(name -> LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
    }

    private DayFile file(LocalDate of) {
        return new DayFile(folder.resolve(of + SUFFIX));
    }

    private RenderException notWritten(IOException e) {
        return new RenderException(Messages.Ledger_notWritten(service, e.getMessage()), Messages.Ledger_space(), e);
    }
}
