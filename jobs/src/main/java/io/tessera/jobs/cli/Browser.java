/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Shows a page in the browser of whoever sits in front of the machine. */
final class Browser {
    private Browser() {}

    static void open(Path page, Terminal terminal) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String program = system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(program, page.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            terminal.note(
                    "no browser could be opened (%s); open %s yourself".formatted(program, page));
        }
    }
}
