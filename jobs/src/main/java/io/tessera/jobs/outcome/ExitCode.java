/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.outcome;

/** What a command returns to its caller; part of the interface. */
public final class ExitCode {
    /** Every input ended OK, or was resumed as OK. */
    public static final int OK = 0;

    /** The run completed and at least one input ended in another state. */
    public static final int NOT_ALL_OK = 1;

    /** The command line, a configuration file or a named input is wrong; nothing was started. */
    public static final int WRONG_USAGE = 2;

    /** The run could not be completed; what was committed is kept. */
    public static final int INCOMPLETE = 3;

    /** Interrupted; the same command resumes. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
