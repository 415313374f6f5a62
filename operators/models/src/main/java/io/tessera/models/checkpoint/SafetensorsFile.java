/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: 8 bytes of header length (little endian), a JSON object of
 * names with dtype, shape and data_offsets counted from the end of the header, then the data.
 */
public final class SafetensorsFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_HEADER = 100L << 20;

    private SafetensorsFile() {}

    public static Map<String, TensorLocation> read(Path file) throws IOException, BadCheckpoint {
        try (FileChannel channel = FileChannel.open(file)) {
            long length = channel.size();
            long headerLength = number(channel, file, length);
            long dataStart = 8 + headerLength;
            ByteBuffer header = ByteBuffer.allocate((int) headerLength);
            readFully(channel, header, 8);
            JsonNode root = JSON.readTree(header.array());
            if (root == null || !root.isObject()) {
                throw new BadCheckpoint(file + " has a header that is no JSON object");
            }
            Map<String, TensorLocation> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                if (!entry.getKey().equals("__metadata__")) {
                    tensors.put(
                            entry.getKey(),
                            tensor(entry.getKey(), entry.getValue(), file, dataStart, length));
                }
            }
            return tensors;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new BadCheckpoint(file + " has a header that is no JSON; download it again", e);
        }
    }

    private static long number(FileChannel channel, Path file, long length)
            throws IOException, BadCheckpoint {
        if (length < 10) {
            throw new BadCheckpoint(
                    "%s has %d bytes; it is no safetensors file".formatted(file, length));
        }
        ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        readFully(channel, number, 0);
        long headerLength = number.getLong(0);
        if (headerLength < 2 || headerLength > Math.min(MAX_HEADER, length - 8)) {
            throw new BadCheckpoint(
                    "%s announces a header of %d bytes in a file of %d; download it again"
                            .formatted(file, headerLength, length));
        }
        return headerLength;
    }

    private static TensorLocation tensor(
            String name, JsonNode node, Path file, long dataStart, long fileLength)
            throws BadCheckpoint {
        List<Long> shape = new ArrayList<>();
        node.path("shape").forEach(n -> shape.add(n.asLong(-1)));
        long begin = node.path("data_offsets").path(0).asLong(-1);
        long end = node.path("data_offsets").path(1).asLong(-1);
        try {
            TensorType type = TensorType.valueOf(node.path("dtype").asText());
            TensorLocation location =
                    new TensorLocation(
                            name,
                            file,
                            Math.addExact(dataStart, begin),
                            type,
                            shape,
                            TensorLocation.contiguous(shape));
            long bytes = Math.multiplyExact(location.elements(), type.bytes());
            if (begin < 0 || end - begin != bytes || dataStart + end > fileLength) {
                throw new BadCheckpoint(
                        "%s: tensor %s of shape %s lies at %d-%d of %d data bytes; the file is cut"
                                        .formatted(
                                                file,
                                                name,
                                                location.shapeText(),
                                                begin,
                                                end,
                                                fileLength - dataStart)
                                + " off or damaged, download it again");
            }
            return location;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadCheckpoint(
                    "%s: tensor %s cannot be read (dtype %s, shape %s)"
                            .formatted(file, name, node.path("dtype").asText(), shape),
                    e);
        }
    }

    static void readFully(FileChannel channel, ByteBuffer target, long position)
            throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw new java.io.EOFException("file ends at " + at);
            }
            at += read;
        }
    }
}
