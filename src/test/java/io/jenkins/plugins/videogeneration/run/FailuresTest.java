package io.jenkins.plugins.videogeneration.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import hudson.AbortException;
import io.jenkins.plugins.videogeneration.api.InvalidRequestException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aRefusedValueIsNamedWithItsField() {
        Throwable shown = Failures.forConsole(new InvalidRequestException("size", "is 'big', but has to be small"));
        assertInstanceOf(AbortException.class, shown);
        assertEquals("The field 'size' is 'big', but has to be small. Nothing was sent.", shown.getMessage());
    }

    @Test
    void whatWrapsAReasonIsTakenOff() {
        IOException reason = new IOException("the disk is full");
        assertEquals(
                "the disk is full",
                Failures.forConsole(new CompletionException(reason)).getMessage());
        assertEquals(
                "the disk is full",
                Failures.forConsole(new ExecutionException(reason)).getMessage());
    }

    @Test
    void aBugKeepsItsStackTrace() {
        NullPointerException bug = new NullPointerException();
        assertSame(bug, Failures.forConsole(new CompletionException(bug)));
    }

    @Test
    void aReasonWithoutWordsIsNamedByItsKind() {
        assertEquals(
                "java.nio.channels.ClosedChannelException",
                Failures.forConsole(new ClosedChannelException()).getMessage());
    }
}
