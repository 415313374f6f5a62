/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.source;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStreamImpl;

/** A source as ImageIO reads one, optionally with a few bytes shown other than they are. */
public final class ImageBytes extends ImageInputStreamImpl {
    private final CachedSource source;
    private final SortedMap<Long, Byte> patches;

    public ImageBytes(CachedSource source) {
        this(source, new TreeMap<>());
    }

    /**
     * @param patches byte values by position that take the place of the source's own
     */
    public ImageBytes(CachedSource source, SortedMap<Long, Byte> patches) {
        this.source = source;
        this.patches = new TreeMap<>(patches);
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        int value = source.at(streamPos);
        if (value >= 0) {
            Byte patch = patches.get(streamPos);
            streamPos++;
            return patch == null ? value : patch & 0xff;
        }
        return -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        int read = source.read(streamPos, target, offset, count);
        if (read > 0) {
            for (var patch : patches.subMap(streamPos, streamPos + read).entrySet()) {
                target[offset + (int) (patch.getKey() - streamPos)] = patch.getValue();
            }
            streamPos += read;
        }
        return read;
    }

    @Override
    public long length() {
        return source.length();
    }
}
