/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import java.util.Optional;

/** Where the bytes of pictures come from, by their key in the store. */
@FunctionalInterface
public interface ArtefactSource {
    /** The object, or empty where there is none or it is larger than {@code maxLength} bytes. */
    Optional<byte[]> find(String key, long maxLength);
}
