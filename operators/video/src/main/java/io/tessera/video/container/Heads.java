/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import java.util.StringJoiner;

/** Leading bytes as people can read them. */
final class Heads {
    private static final int SHOWN = 8;

    private Heads() {}

    static String show(byte[] head) {
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < Math.min(SHOWN, head.length); i++) {
            text.add("%02X".formatted(head[i]));
        }
        return text.toString();
    }
}
