/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;

/** Walks over encoded values without building them, and fails beyond a number of them. */
final class ValueCount {
    private final Decoder in;
    private final int most;
    private int values;

    ValueCount(Decoder in, int most) {
        this.in = in;
        this.most = most;
    }

    /** Skips one value of {@code schema} and counts what is in it. */
    void add(Schema schema) throws IOException {
        if (++values > most) {
            throw new IOException("more than " + most + " values");
        }
        switch (schema.getType()) {
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    add(field.schema());
                }
            }
            case UNION -> add(branch(schema));
            case ARRAY -> {
                for (long items = in.readArrayStart(); items > 0; items = in.arrayNext()) {
                    for (long i = 0; i < items; i++) {
                        add(schema.getElementType());
                    }
                }
            }
            case MAP -> {
                for (long items = in.readMapStart(); items > 0; items = in.mapNext()) {
                    for (long i = 0; i < items; i++) {
                        in.skipString();
                        add(schema.getValueType());
                    }
                }
            }
            case ENUM -> within(in.readEnum(), schema.getEnumSymbols().size());
            case STRING -> in.skipString();
            case BYTES -> in.skipBytes();
            case FIXED -> in.skipFixed(schema.getFixedSize());
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            case BOOLEAN -> in.readBoolean();
            case NULL -> in.readNull();
        }
    }

    private Schema branch(Schema union) throws IOException {
        return union.getTypes().get(within(in.readIndex(), union.getTypes().size()));
    }

    private static int within(int index, int size) throws IOException {
        if (index < 0 || index >= size) {
            throw new IOException("index " + index + " of " + size);
        }
        return index;
    }
}
