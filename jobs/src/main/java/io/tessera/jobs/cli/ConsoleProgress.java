/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.jobs.local.RunProgress;
import java.util.Locale;

/**
 * Shows how far a run is: a bar on a terminal, a plain line at most every 5 s elsewhere. Used by
 * one thread.
 */
final class ConsoleProgress implements RunProgress {
    private static final int CELLS = 24;
    private static final long PLAIN_NANOS = 5_000_000_000L;
    private static final long BAR_NANOS = 100_000_000L;
    private static final String CLEAR = "\r\u001B[2K";

    private final Terminal terminal;
    private String line = "";
    private boolean drawn;
    private long last = System.nanoTime();

    ConsoleProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void units(long read, long committed, long announced) {
        String now =
                "read %d, committed %d of %d"
                        .formatted(Math.max(read, committed), committed, announced);
        long pause = terminal.interactive() ? BAR_NANOS : PLAIN_NANOS;
        if (now.equals(line) || System.nanoTime() - last < pause) {
            return;
        }
        line = now;
        last = System.nanoTime();
        if (terminal.interactive()) {
            draw(announced == 0 ? 0 : (double) committed / announced);
        } else {
            terminal.note(now);
        }
    }

    private void draw(double share) {
        int full = (int) Math.min(CELLS, Math.round(share * CELLS));
        String bar = "\u2588".repeat(full) + "\u2591".repeat(CELLS - full);
        String shown = terminal.colour() ? "\u001B[36m" + bar + "\u001B[0m" : bar;
        terminal.err().print(String.format(Locale.ROOT, "%s%s  %s", CLEAR, shown, line));
        terminal.err().flush();
        drawn = true;
    }

    /** Runs something that prints, with the bar out of its way. */
    void aside(Runnable print) {
        clear();
        print.run();
    }

    @Override
    public void note(String text) {
        clear();
        terminal.note(text);
    }

    private void clear() {
        if (drawn) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
            drawn = false;
            line = "";
        }
    }

    @Override
    public void close() {
        clear();
    }
}
