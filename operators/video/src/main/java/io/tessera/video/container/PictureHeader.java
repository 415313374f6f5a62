/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

/** Reads of a packet's own headers what the container does not say or may say wrongly. */
@FunctionalInterface
interface PictureHeader {
    /** How a picture stands to the key frame before it in the file. */
    enum Leading {
        /** It is shown after that, or the headers do not say. */
        NONE,
        /** It is shown before that and can be decoded when decoding begins there. */
        DECODABLE,
        /** It is shown before that and refers to pictures further back. */
        DEPENDENT
    }

    /**
     * What a packet holds.
     *
     * @param entry whether decoding can begin with it, as far as the packet itself says
     * @param certain whether the packet itself says so; else the container's mark decides
     * @param droppable whether no other picture refers to it
     * @param shown whether it shows a frame
     * @param restart whether numbering in display order begins anew with it
     * @param leading how it stands to the key frame before it
     */
    record Picture(
            boolean entry,
            boolean certain,
            boolean droppable,
            boolean shown,
            boolean restart,
            Leading leading) {
        /** Of a codec whose container is believed. */
        static final Picture PLAIN = new Picture(true, false, false, true, false, Leading.NONE);

        Picture(boolean entry, boolean droppable, boolean shown, boolean restart) {
            this(entry, true, droppable, shown, restart, Leading.NONE);
        }

        Picture leading(Leading how) {
            return new Picture(entry, certain, droppable, shown, restart, how);
        }
    }

    Picture of(PacketBytes bytes);
}
