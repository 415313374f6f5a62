/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Records of any class with every field filled, the same for the same seed. */
final class SampleRecords {
    static {
        AvroTrust.established();
    }

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "plain text",
                    "Stra\u00dfe",
                    "\u65e5\u672c",
                    "\ud83c\udfac",
                    "a\nb\tc");

    private final Random random;

    SampleRecords(long seed) {
        random = new Random(seed);
    }

    /** A record in which every nullable field has a value. */
    <T extends SpecificRecordBase> T full(Class<T> type) {
        return type.cast(value(SpecificData.get().getSchema(type), true));
    }

    /** A record in which nullable fields are null as often as not. */
    <T extends SpecificRecordBase> T mixed(Class<T> type) {
        return type.cast(value(SpecificData.get().getSchema(type), false));
    }

    private @Nullable Object value(Schema schema, boolean full) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, full);
            case ENUM -> enumeration(schema);
            case ARRAY -> array(schema, full);
            case UNION -> {
                Schema branch = schema.getTypes().get(schema.getTypes().size() - 1);
                yield full || random.nextBoolean() ? value(branch, full) : null;
            }
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt(1000);
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt();
            case LONG ->
                    LogicalTypes.timestampMicros().equals(schema.getLogicalType())
                            ? Instant.ofEpochSecond(random.nextInt(), random.nextInt(1000) * 1000L)
                            : random.nextLong();
            case DOUBLE -> random.nextInt(10_000) / 100.0;
            case FLOAT -> random.nextInt(10_000) / 100.0f;
            case BYTES, FIXED, MAP, NULL ->
                    throw new IllegalArgumentException("no field has the type " + schema.getType());
        };
    }

    private Object record(Schema schema, boolean full) {
        SpecificRecordBase record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema(), full));
        }
        return record;
    }

    private Object enumeration(Schema schema) {
        List<String> symbols = schema.getEnumSymbols();
        return SpecificData.get().createEnum(symbols.get(random.nextInt(symbols.size())), schema);
    }

    private Object array(Schema schema, boolean full) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            items.add(value(schema.getElementType(), full));
        }
        return new GenericData.Array<>(schema, items);
    }
}
