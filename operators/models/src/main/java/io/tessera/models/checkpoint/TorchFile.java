/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import io.tessera.models.checkpoint.TensorPickle.View;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of a {@code pytorch_model*.bin}: a zip whose {@code data.pkl} describes views of
 * storages, which are entries of their own. Several views may share a storage.
 */
final class TorchFile {
    private static final long MAX_PICKLE = 256L << 20;

    private TorchFile() {}

    static Map<String, TensorLocation> read(Path file) throws IOException, BadCheckpoint {
        try (FileChannel channel = FileChannel.open(file)) {
            Map<String, StoredZip.Entry> entries = StoredZip.entries(channel, file);
            String pickle =
                    entries.keySet().stream()
                            .filter(name -> name.endsWith("/data.pkl"))
                            .findFirst()
                            .orElseThrow(
                                    () -> new BadCheckpoint(file + " holds no data.pkl entry"));
            String root = pickle.substring(0, pickle.length() - "data.pkl".length());
            Map<String, TensorLocation> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, View> entry :
                    views(channel, file, entries.get(pickle)).entrySet()) {
                tensors.put(
                        entry.getKey(),
                        locate(file, root, entries, entry.getKey(), entry.getValue()));
            }
            return tensors;
        }
    }

    private static Map<String, View> views(
            FileChannel channel, Path file, StoredZip.@org.jspecify.annotations.Nullable Entry at)
            throws IOException, BadCheckpoint {
        if (at == null || at.length() > MAX_PICKLE) {
            throw new BadCheckpoint(file + " has a data.pkl that is too large");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) at.length());
        SafetensorsFile.readFully(channel, bytes, at.offset());
        try {
            return TensorPickle.read(bytes.flip());
        } catch (BadCheckpoint e) {
            throw new BadCheckpoint(file + ": " + e.getMessage(), e);
        }
    }

    private static TensorLocation locate(
            Path file, String root, Map<String, StoredZip.Entry> entries, String name, View view)
            throws BadCheckpoint {
        TensorType type = TensorPickle.typeOf(view.storage().type());
        StoredZip.Entry storage = entries.get(root + "data/" + view.storage().key());
        if (type == null || storage == null) {
            throw new BadCheckpoint("%s: tensor %s has no storage".formatted(file, name));
        }
        try {
            long from = Math.multiplyExact(view.offset(), type.bytes());
            TensorLocation location =
                    new TensorLocation(
                            name,
                            file,
                            storage.offset() + from,
                            type,
                            view.shape(),
                            view.strides());
            boolean negative = view.strides().stream().anyMatch(stride -> stride < 0);
            if (from < 0 || negative || location.extent() > storage.length() - from) {
                throw new BadCheckpoint(
                        "%s: tensor %s of shape %s reaches beyond its storage of %d bytes"
                                .formatted(file, name, location.shapeText(), storage.length()));
            }
            return location;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadCheckpoint("%s: tensor %s cannot be read".formatted(file, name), e);
        }
    }
}
