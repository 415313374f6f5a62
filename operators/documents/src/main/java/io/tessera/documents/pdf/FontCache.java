/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import java.nio.file.Path;

/**
 * Where the list of this machine's fonts is kept. The library would write it to the user's home; it
 * belongs to the cache folder beside the trained data.
 */
final class FontCache {
    private static final String PROPERTY = "pdfbox.fontcache";

    private FontCache() {}

    static synchronized void prepare() {
        if (System.getProperty(PROPERTY) == null) {
            String named = System.getProperty("tessera.tessdata");
            Path folder =
                    named == null
                            ? Path.of(System.getProperty("user.home"), ".cache", "tessera")
                            : Path.of(named);
            System.setProperty(PROPERTY, folder.toString());
        }
    }
}
