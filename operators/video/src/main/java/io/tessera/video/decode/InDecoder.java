/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import java.util.LinkedHashMap;
import java.util.Map;

/** Packets in the decoder by their numbers; forgets the oldest of more than any decoder holds. */
final class InDecoder extends LinkedHashMap<Long, Sent> {
    private static final long serialVersionUID = 1L;

    private final int most;

    InDecoder(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Sent> eldest) {
        return size() > most;
    }
}
