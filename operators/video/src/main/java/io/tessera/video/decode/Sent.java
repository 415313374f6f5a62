/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import io.tessera.video.container.PacketInfo;

/** A packet that the decoder got. Mutable: what its frame is for may be known only later. */
final class Sent {
    final PacketInfo packet;
    final long micros;

    /** The last key frame at or before it in the order of the file. */
    final long lastKey;

    /** Whether its frame belongs to the counts of the chunk at hand. */
    boolean counted;

    boolean sampled;
    boolean measured;

    Sent(PacketInfo packet, long micros, long lastKey) {
        this.packet = packet;
        this.micros = micros;
        this.lastKey = lastKey;
    }

    void use(Wanted.Use use) {
        sampled = use.sampled();
        measured = use.measured();
    }
}
