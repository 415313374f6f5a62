/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.outcome;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Why a command ends early: one line for people and the exit code that goes with it. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.exitCode = exitCode;
    }

    /**
     * Something that was asked for is wrong.
     *
     * @param what what is wrong
     * @param value the value that is
     * @param todo what to do about it
     */
    public static CommandFailure usage(String what, Object value, String todo) {
        return new CommandFailure(ExitCode.WRONG_USAGE, line(what, value, todo), null);
    }

    /** The run cannot be completed; arguments as of {@link #usage}. */
    public static CommandFailure incomplete(String what, Object value, String todo) {
        return new CommandFailure(ExitCode.INCOMPLETE, line(what, value, todo), null);
    }

    /** The run cannot be completed; arguments as of {@link #usage}, and the cause for -v. */
    public static CommandFailure incomplete(
            String what, Object value, String todo, Throwable cause) {
        return new CommandFailure(ExitCode.INCOMPLETE, line(what, value, todo), cause);
    }

    private static String line(String what, Object value, String todo) {
        return "%s (%s); %s".formatted(what, value, todo).replaceAll("[\\r\\n]+", " ");
    }

    public int exitCode() {
        return exitCode;
    }

    /** The line without the program's name. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
