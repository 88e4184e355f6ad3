package io.jenkins.plugins.videogeneration.render;

import java.io.IOException;

/** Where a render is written down. */
@FunctionalInterface
public interface RenderJournal {

    /**
     * Returns only when the record would survive a crash of the machine.
     *
     * @throws IOException if it could not be written; a render that is not yet submitted is not submitted then
     */
    void write(RenderRecord record) throws IOException;
}
