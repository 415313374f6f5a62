/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.PrintStream;

/**
 * Where a command reads and writes. Results go to {@code out}, everything else to {@code err}.
 *
 * @param in answers of a person
 * @param interactive whether {@code err} is a terminal
 * @param colour whether colours and other controls may be written to {@code err}
 */
public record Terminal(
        PrintStream out, PrintStream err, BufferedReader in, boolean interactive, boolean colour) {
    public Terminal {
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
        requireNonNull(in, "in is null");
    }

    /** A line on standard error that tells how things stand. */
    public void note(String line) {
        err.println("tessera: " + line);
        err.flush();
    }
}
