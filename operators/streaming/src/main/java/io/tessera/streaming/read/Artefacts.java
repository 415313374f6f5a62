/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.service.Patience;
import io.tessera.v1.Artefact;
import io.tessera.v1.RegionImage;
import java.nio.ByteBuffer;
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
