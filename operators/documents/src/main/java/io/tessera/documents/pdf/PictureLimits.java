/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;

/** How large a picture may claim to be before a decoder sees it. */
record PictureLimits(long pixels, int edge) {
    static PictureLimits of(Options options) {
        return new PictureLimits(
                options.get(TesseraOptions.LIMIT_IMAGE_PIXELS),
                options.get(TesseraOptions.LIMIT_IMAGE_EDGE));
    }

    boolean allow(long width, long height) {
        return width <= edge && height <= edge && width * height <= pixels;
    }
}
