/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.jobs.local.LogFiles;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The program {@code tessera}. */
public final class Tessera {
    private final Terminal terminal;
    private final CommandLine commandLine;

    Tessera(Terminal terminal) {
        this.terminal = terminal;
        commandLine = commandLine(terminal);
    }

    public static void main(String[] args) {
        LogFiles.silence();
        boolean interactive = Boolean.getBoolean("tessera.terminal");
        boolean colour = interactive && System.getenv("NO_COLOR") == null;
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        int code = new Tessera(new Terminal(out, err, in, interactive, colour)).run(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command line and returns its exit code. */
    int run(String... args) {
        try {
            String[] all = new ConfiguredArguments(commandLine(terminal)).of(args);
            return commandLine.execute(all);
        } catch (CommandLine.ParameterException e) {
            return UsageErrors.report(e, terminal);
        } catch (CommandFailure e) {
            return failed(e, false);
        }
    }

    /** The whole command line, as help and reference show it. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine root = new CommandLine(new TesseraCommand());
        Commands.addTo(root, terminal);
        root.addSubcommand("completion", new CompletionCommand(terminal));
        root.addSubcommand("help", new CommandLine.HelpCommand());
        root.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        root.setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
        root.setParameterExceptionHandler((e, args) -> UsageErrors.report(e, terminal));
        root.setExecutionExceptionHandler(
                (e, command, parsed) -> failed(e, terminal, verbose(parsed)));
        root.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
        root.setAbbreviatedOptionsAllowed(false);
        return root;
    }

    private static boolean verbose(ParseResult parsed) {
        ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        return command.hasMatchedOption("--verbose");
    }

    private int failed(Exception e, boolean verbose) {
        return failed(e, terminal, verbose);
    }

    private static int failed(Exception e, Terminal terminal, boolean verbose) {
        int code;
        if (e instanceof CommandFailure failure) {
            terminal.note(failure.line());
            code = failure.exitCode();
        } else {
            terminal.note(
                    CommandFailure.incomplete(
                                    "internal error",
                                    e,
                                    "run again with -v and report what it prints")
                            .line());
            code = ExitCode.INCOMPLETE;
        }
        if (verbose) {
            e.printStackTrace(terminal.err());
        }
        return code;
    }

    /** Text of the completion script of bash and zsh. */
    static String completionScript(CommandLine root) {
        return AutoComplete.bash("tessera", root);
    }
}
