/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

/** Told how far a run is; called by the thread that runs it. */
public interface RunProgress extends AutoCloseable {
    /**
     * Units so far.
     *
     * @param read units that were read or loaded
     * @param committed units whose records were read back
     * @param announced units of the inputs that were planned
     */
    void units(long read, long committed, long announced);

    /** Something that a person should know while it goes on. */
    void note(String line);

    @Override
    void close();
}
