/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A key pair in a file of the form that S3 tools read as their shared credentials file: a section
 * with {@code aws_access_key_id = ...} and {@code aws_secret_access_key = ...}.
 */
public final class CredentialsFile {
    private static final String ACCESS_KEY = "aws_access_key_id";
    private static final String SECRET_KEY = "aws_secret_access_key";
    private static final int SECRET_BYTES = 20;

    private CredentialsFile() {}

    /**
     * The key pair that {@code file} holds.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if a key is not in it; the message quotes none of it
     */
    public static StoreCredentials read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new StoreCredentials(
                    value(lines, file, ACCESS_KEY), value(lines, file, SECRET_KEY));
        } catch (IOException e) {
            throw new UncheckedIOException("credentials cannot be read from " + file, e);
        }
    }

    /** The key pair that {@code file} holds; where there is none yet, a random one is put there. */
    public static StoreCredentials readOrCreate(Path file) {
        return Files.exists(file) ? read(file) : create(file);
    }

    private static StoreCredentials create(Path file) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        StoreCredentials credentials = new StoreCredentials("tessera", secret);
        String text =
                "[default]%n%s = %s%n%s = %s%n"
                        .formatted(ACCESS_KEY, credentials.accessKey(), SECRET_KEY, secret);
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            // Created unreadable for others, so that there is no moment in which they could.
            Path draft =
                    Files.createTempFile(
                            folder,
                            "credentials",
                            ".tmp",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return credentials;
        } catch (IOException e) {
            throw new UncheckedIOException("credentials cannot be written to " + file, e);
        }
    }

    private static String value(List<String> lines, Path file, String key) {
        Optional<String> found =
                lines.stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith(key))
                        .map(line -> line.substring(key.length()).strip())
                        .filter(rest -> rest.startsWith("="))
                        .map(rest -> rest.substring(1).strip())
                        .findFirst();
        return found.orElseThrow(
                () -> new IllegalArgumentException("no line %s = ... in %s".formatted(key, file)));
    }
}
