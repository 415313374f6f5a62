/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import io.tessera.v1.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Feeds hostile bytes to the decoders, in a JVM of its own with a small heap. Prints what it did;
 * dies of whatever is not a typed refusal.
 */
final class HostileBytesMain {
    private static final long[] LENGTHS = {
        Integer.MAX_VALUE,
        Integer.MAX_VALUE - 8L,
        1L << 31,
        1L << 40,
        Long.MAX_VALUE,
        -1,
        -(1L << 31),
        Long.MIN_VALUE,
        100_000_000,
        1_000_001
    };

    private final RecordDecoder decoder = new RecordDecoder();
    private int refused;
    private int read;

    private HostileBytesMain() {}

    public static void main(String[] arguments) throws IOException {
        HostileBytesMain main = new HostileBytesMain();
        for (Class<? extends SpecificRecordBase> type : RecordDecoder.RECORDS) {
            main.messagesOf(type);
        }
        main.containers();
        System.out.println("refused " + main.refused + ", read " + main.read);
    }

    private <T extends SpecificRecordBase> void messagesOf(Class<T> type) throws IOException {
        byte[] sound = RecordCodec.of(type).encode(new SampleRecords(4).full(type));
        for (int at = 10; at <= sound.length; at++) {
            for (long length : LENGTHS) {
                message(spliced(sound, at, varint(length)));
            }
        }
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = sound.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[10 + random.nextInt(damaged.length - 10)] = (byte) random.nextInt();
            }
            message(damaged);
        }
    }

    /** Containers that bring a schema of their own. */
    private void containers() throws IOException {
        byte[] manyNulls = concatenated(varint(100_000_000), varint(0));
        String nulls =
                "{\"type\":\"record\",\"name\":\"Page\",\"namespace\":\"io.tessera.v1\",\"fields\":"
                    + "[{\"name\":\"missing\",\"type\":{\"type\":\"array\",\"items\":\"null\"}}]}";
        container(nulls, "null", 1, manyNulls);
        container("{\"type\":\"array\",\"items\":\"null\"}", "null", 1, manyNulls);
        container("\"string\"", "null", 1, varint(1L << 31));
        container("\"null\"", "null", 1L << 40, new byte[0]);
        container("{\"type\":\"array\",\"items\":".repeat(100_000), "null", 1, new byte[0]);
        container("[".repeat(100_000), "null", 1, new byte[0]);
        container("\"null\"", "deflate", 1, bomb());
        container("\"null\"", "no-such-codec", 1, new byte[1]);
        container(
                "{\"type\":\"record\",\"name\":\"java.io.File\",\"fields\":[]}",
                "null",
                1,
                new byte[0]);
        byte[] leaf = Leaf.encode(new SampleRecords(8).full(Page.class));
        for (int at = 4; at <= leaf.length; at += 7) {
            for (long length : LENGTHS) {
                leaf(spliced(leaf, at, varint(length)));
            }
        }
        for (int length = 0; length < leaf.length; length += 3) {
            leaf(Arrays.copyOf(leaf, length));
        }
    }

    private void message(byte[] bytes) {
        try {
            decoder.decode(bytes);
            read++;
        } catch (UndecodableRecord e) {
            refused++;
        }
    }

    private void leaf(byte[] bytes) {
        try {
            Leaf.decode(bytes, Page.class);
            read++;
        } catch (UndecodableRecord e) {
            refused++;
        }
    }

    private void container(String schema, String codec, long count, byte[] block)
            throws IOException {
        byte[] sync = new byte[16];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'O', 'b', 'j', 1});
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeMapStart();
        encoder.setItemCount(2);
        encoder.startItem();
        encoder.writeString("avro.schema");
        encoder.writeBytes(schema.getBytes(StandardCharsets.UTF_8));
        encoder.startItem();
        encoder.writeString("avro.codec");
        encoder.writeBytes(codec.getBytes(StandardCharsets.UTF_8));
        encoder.writeMapEnd();
        encoder.writeFixed(sync);
        encoder.writeLong(count);
        encoder.writeBytes(block);
        encoder.writeFixed(sync);
        encoder.flush();
        leaf(bytes.toByteArray());
    }

    /** 200 MB of zeros, deflated. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out =
                new java.util.zip.DeflaterOutputStream(
                        bytes, new java.util.zip.Deflater(9, true))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] varint(long value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        encoder.writeLong(value);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** {@code bytes} with {@code inserted} over the byte at {@code at}. */
    private static byte[] spliced(byte[] bytes, int at, byte[] inserted) {
        byte[] tail =
                at < bytes.length ? Arrays.copyOfRange(bytes, at + 1, bytes.length) : new byte[0];
        return concatenated(Arrays.copyOf(bytes, at), inserted, tail);
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
