package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a board has found out about its service's list: whether it helps, whether it tells the truth, and whether it tells
 * all. A list that does not is left alone, and tried again only rarely.
 */
final class ListTrust {

    /** Once can be chance: a render that ends between the list and the question, or is too new to be listed. */
    private static final int STRIKES = 2;

    private static final int AGREEMENTS = 5;
    /** When a list has proved complete, a final state in it is checked so seldom. */
    private static final int SAMPLE = 32;

    private static final Duration SHORTEST_BAN = Duration.ofMinutes(15);
    private static final Duration LONGEST_BAN = Duration.ofHours(4);

    private Instant bannedUntil = Instant.MIN;
    private Duration nextBan = SHORTEST_BAN;
    private int useless;
    private int contradictions;
    private int agreements;
    private int finals;

    synchronized boolean allows(Instant now) {
        return !now.isBefore(bannedUntil);
    }

    /** The list was read: it has to save questions, or it is of no use, be it that it hides what it has. */
    synchronized void read(int pages, int found, Instant now) {
        useless = found > pages ? 0 : useless + 1;
        if (useless >= STRIKES) {
            ban(now);
        }
    }

    /** The list could not be read, although the service is there. */
    synchronized void failed(Instant now) {
        read(1, 0, now);
    }

    /** The service has no list, or does not give it. */
    synchronized void refused(Instant now) {
        ban(now);
    }

    /** Whether the list has told the truth about final states so far, more than once. */
    synchronized boolean isProved() {
        return agreements >= AGREEMENTS;
    }

    /** Whether a final state is to be confirmed even if the list has proved itself, by a question for that render alone. */
    synchronized boolean needsConfirmation(Video listed) {
        boolean reasonMissing = listed.status().isFailure() && listed.error() == null;
        return reasonMissing || (isProved() && ++finals % SAMPLE == 0);
    }

    /** A render was seen in the list, and at once asked for alone. */
    synchronized void compare(Video listed, Video answer, Instant now) {
        boolean ended = answer.status().isFinal();
        if (listed.status().isFinal() != ended) {
            agreements = 0;
            if (++contradictions >= STRIKES) {
                ban(now);
            }
            return;
        }
        contradictions = 0;
        if (ended) {
            agreements = tellTheSame(listed, answer) ? agreements + 1 : 0;
            if (agreements == AGREEMENTS) {
                nextBan = SHORTEST_BAN;
            }
        }
    }

    /** All that a record keeps of a final answer; an address of the video is asked for anew when it is needed. */
    private static boolean tellTheSame(Video listed, Video answer) {
        return listed.status().equals(answer.status())
                && Objects.equals(listed.error(), answer.error())
                && ReportedVideo.of(listed).equals(ReportedVideo.of(answer));
    }

    private void ban(Instant now) {
        bannedUntil = now.plus(nextBan);
        Duration doubled = nextBan.multipliedBy(2);
        nextBan = doubled.compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : doubled;
        useless = 0;
        contradictions = 0;
        agreements = 0;
    }
}
