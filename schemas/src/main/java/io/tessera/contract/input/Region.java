/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.input;

import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.RegionImage;
import java.nio.ByteBuffer;

/**
 * The memory that a unit's pictures and encoded objects are laid into: sized by the parent, written
 * here, read by the parent after the answer. Not thread-safe.
 */
public interface Region {
    /**
     * Reserves the next {@code length} bytes and returns them as a direct buffer to be filled.
     *
     * @throws InputFailure LIMIT_REGION where they do not fit
     */
    ByteBuffer reserve(long length) throws InputFailure;

    /**
     * Describes what was last reserved: an RGB picture of {@code 3 * width * height} bytes, whose
     * SHA-256 is taken here.
     */
    RegionImage rgb(String name, int width, int height, int rows, int columns);

    /** Describes what was last reserved: an encoded object, e.g. a JPEG of the picture named so. */
    RegionImage object(String name, String extension, int width, int height);
}
