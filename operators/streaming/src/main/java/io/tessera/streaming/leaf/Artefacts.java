/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.leaf;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.service.Patience;
import io.tessera.v1.Artefact;
import io.tessera.v1.RegionImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the encoded objects of a unit or an input to the store. Thread-safe. */
public final class Artefacts {
    private final ObjectStore store;
    private final Patience patience;

    public Artefacts(ObjectStore store, Patience patience) {
        this.store = store;
        this.patience = patience;
    }

    /**
     * Writes one object, however long the store takes.
     *
     * @param image its name, extension and size
     * @param pixelSha256 digest of the pixels it was encoded from; null where it is no picture
     */
    public Artefact write(
            String item, RegionImage image, ByteBuffer bytes, @Nullable String pixelSha256) {
        String key = Identity.artefactKey(item, image.getName(), image.getFormat());
        patience.until(
                "writing " + key,
                () -> {
                    store.put(key, bytes, mediaType(image.getFormat()));
                    return key;
                });
        return new Artefact(
                image.getName(),
                key,
                (long) bytes.remaining(),
                Digests.sha256(bytes),
                pixelSha256,
                image.getWidth(),
                image.getHeight(),
                image.getRows(),
                image.getColumns());
    }

    /** Writes a file that is no picture, however long the store takes. */
    public Artefact write(String item, String name, String extension, Path file)
            throws IOException {
        String key = Identity.artefactKey(item, name, extension);
        patience.until(
                "writing " + key,
                () -> {
                    store.put(key, file, mediaType(extension));
                    return key;
                });
        return new Artefact(name, key, Files.size(file), sha256(file), null, 0, 0, 0, 0);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digests.newSha256();
        try (InputStream in =
                new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digests.hex(digest.digest());
    }

    private static String mediaType(String extension) {
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            case "md" -> "text/markdown; charset=utf-8";
            case "vtt" -> "text/vtt; charset=utf-8";
            case "hocr", "html" -> "text/html; charset=utf-8";
            case "txt" -> "text/plain; charset=utf-8";
            case "mp4" -> "video/mp4";
            case "pdf" -> "application/pdf";
            default -> "application/octet-stream";
        };
    }
}
