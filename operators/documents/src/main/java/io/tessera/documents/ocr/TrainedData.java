/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where trained data lie. English and the orientation model come with the program and are unpacked
 * once, into the folder that the system property {@code tessera.tessdata} names or else into the
 * user's cache; every other language is a file in a folder that the user names.
 */
final class TrainedData {
    static final String FOLDER_PROPERTY = "tessera.tessdata";
    static final String ORIENTATION = "osd";

    private static final List<String> BUNDLED = List.of("eng", ORIENTATION);
    private static final Pattern LANGUAGES = Pattern.compile("[A-Za-z0-9_]+(\\+[A-Za-z0-9_]+)*");

    private TrainedData() {}

    /**
     * The folder that holds all of {@code language}, e.g. {@code eng} or {@code deu+fra}.
     *
     * @throws InputFailure UNSUPPORTED where a language has no trained data
     */
    static synchronized Path folderOf(String language, @Nullable Path given) throws InputFailure {
        if (!LANGUAGES.matcher(language).matches()) {
            throw unsupported("language '%s' is not a name; use e.g. eng".formatted(language));
        }
        List<String> parts = Arrays.asList(language.split("\\+", -1));
        if (given != null
                && parts.stream().allMatch(part -> Files.isRegularFile(file(given, part)))) {
            return given;
        }
        if (BUNDLED.containsAll(parts)) {
            return bundled();
        }
        throw unsupported(
                "language '%s' has no trained data in %s; put %s.traineddata there and name it with --tessdata"
                        .formatted(
                                language,
                                given == null ? "the program" : "the tessdata folder",
                                String.join(".traineddata and ", parts)));
    }

    private static InputFailure unsupported(String message) {
        return new InputFailure(InputState.UNSUPPORTED, Code.FEATURE, message);
    }

    private static Path bundled() {
        String property = System.getProperty(FOLDER_PROPERTY);
        Path folder = property == null ? userCache() : Path.of(property);
        try {
            for (String language : BUNDLED) {
                unpack(language, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot unpack trained data into %s; set -D%s to a writable folder"
                            .formatted(folder, FOLDER_PROPERTY),
                    e);
        }
    }

    private static Path userCache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return base.resolve("tessera").resolve("tessdata");
    }

    /** Writes beside and renames, because several workers may start at once. */
    private static void unpack(String language, Path folder) throws IOException {
        Path target = file(folder, language);
        String resource = "/tessdata/" + target.getFileName();
        try (InputStream in = TrainedData.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("class path has no " + resource);
            }
            int length = in.available();
            if (Files.isRegularFile(target) && (length <= 0 || Files.size(target) == length)) {
                return;
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, language, ".part");
            try {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    private static Path file(Path folder, String language) {
        return folder.resolve(language + ".traineddata");
    }
}
