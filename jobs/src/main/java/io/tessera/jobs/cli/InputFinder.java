/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.jobs.local.NamedInput;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.v1.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the inputs that arguments name: files as they are, folders walked in sorted order. */
final class InputFinder {
    private final Kind kind;
    private final List<NamedInput> found = new ArrayList<>();
    private int skipped;

    private InputFinder(Kind kind) {
        this.kind = kind;
    }

    /**
     * The inputs, in the order of the arguments.
     *
     * @throws CommandFailure if an argument does not exist or cannot be read, or if there is
     *     nothing to read at all
     */
    static List<NamedInput> find(Kind kind, List<String> arguments, Terminal terminal) {
        InputFinder finder = new InputFinder(kind);
        for (String argument : arguments) {
            finder.add(argument);
        }
        if (finder.skipped > 0) {
            terminal.note(
                    "%d file%s of another kind in folders %s skipped"
                            .formatted(
                                    finder.skipped,
                                    finder.skipped == 1 ? "" : "s",
                                    finder.skipped == 1 ? "was" : "were"));
        }
        if (finder.found.isEmpty()) {
            throw CommandFailure.usage(
                    "nothing to read",
                    String.join(" ", arguments),
                    "name a file or a folder with files of the command's kind");
        }
        return finder.found;
    }

    private void add(String argument) {
        if (argument.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            throw CommandFailure.usage(
                    "references are not read from here yet",
                    argument,
                    "fetch it first and name the file");
        }
        Path path = Path.of(argument);
        if (!Files.exists(path)) {
            throw CommandFailure.usage("no such file or folder", argument, "check the name");
        }
        if (!Files.isReadable(path)) {
            throw CommandFailure.usage("cannot be read", argument, "check its permissions");
        }
        if (Files.isDirectory(path)) {
            walk(argument, path);
        } else if (Files.isRegularFile(path)) {
            found.add(new NamedInput(argument, nameOf(path), path.toAbsolutePath(), null));
        } else {
            throw CommandFailure.usage("not a regular file", argument, "name a file or a folder");
        }
    }

    private void walk(String shown, Path folder) {
        for (Path entry : sorted(shown, folder)) {
            String name = nameOf(entry);
            String shownEntry = shown.endsWith("/") ? shown + name : shown + "/" + name;
            if (name.startsWith(".") || Files.isSymbolicLink(entry)) {
                continue;
            }
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                walk(shownEntry, entry);
            } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                addFound(shownEntry, entry);
            }
        }
    }

    private void addFound(String shown, Path file) {
        try {
            if (LeadingBytes.kindOf(file) == kind) {
                found.add(new NamedInput(shown, nameOf(file), file.toAbsolutePath(), null));
            } else {
                skipped++;
            }
        } catch (IOException e) {
            throw CommandFailure.usage("cannot be read", shown, "check its permissions");
        }
    }

    private static List<Path> sorted(String shown, Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw CommandFailure.usage("folder cannot be read", shown, "check its permissions");
        }
        entries.sort((a, b) -> nameOf(a).compareTo(nameOf(b)));
        return entries;
    }

    private static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
