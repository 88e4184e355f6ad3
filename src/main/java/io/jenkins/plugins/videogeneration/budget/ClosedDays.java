package io.jenkins.plugins.videogeneration.budget;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an account has of the days before today: each is read once, since it changes only by what is taken back. */
final class ClosedDays {

    private final Path folder;
    private final Map<LocalDate, List<Charge>> read = new HashMap<>();

    /** @param folder of the account */
    ClosedDays(Path folder) {
        this.folder = folder;
    }

    /** Everything that counts of the days before one. */
    synchronized Collection<Charge> before(LocalDate today) throws IOException {
        List<Charge> all = new ArrayList<>();
        for (LocalDate day : DayFile.days(folder)) {
            if (day.isBefore(today)) {
                if (!read.containsKey(day)) {
                    read.put(day, List.copyOf(DayFile.of(folder, day).read().values()));
                }
                all.addAll(read.get(day));
            }
        }
        return all;
    }

    /** Something of a day was taken back after it had ended. */
    synchronized void changed(LocalDate day) {
        read.remove(day);
    }
}
