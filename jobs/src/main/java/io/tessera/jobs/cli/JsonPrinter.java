/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.jobs.results.Json;
import java.io.PrintStream;

/** Prints each line as it is, so that a script sees it at once. */
final class JsonPrinter implements ResultPrinter {
    private final PrintStream out;

    JsonPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void print(ObjectNode line) {
        out.print(Json.write(line) + "\n");
        out.flush();
    }
}
