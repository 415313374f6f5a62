/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import io.tessera.v1.Answer;
import io.tessera.v1.Caption;
import io.tessera.v1.DeadLetter;
import io.tessera.v1.Document;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.Page;
import io.tessera.v1.Plan;
import io.tessera.v1.Reply;
import io.tessera.v1.Request;
import io.tessera.v1.Video;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Decodes records whose kind only they themselves tell, by the fingerprint that each carries. Not
 * thread-safe; cheap to make.
 */
public final class RecordDecoder {
    /** Every record that lies on a topic or in a leaf. */
    public static final List<Class<? extends SpecificRecordBase>> RECORDS =
            List.of(
                    Request.class,
                    Reply.class,
                    Caption.class,
                    Page.class,
                    Answer.class,
                    Document.class,
                    Video.class,
                    LedgerEntry.class,
                    Plan.class,
                    DeadLetter.class);

    private static final Map<Long, Class<? extends SpecificRecordBase>> BY_FINGERPRINT = index();

    private final Map<Class<?>, RecordCodec<? extends SpecificRecordBase>> codecs = new HashMap<>();

    /**
     * Reads the record that one message holds.
     *
     * @throws UndecodableRecord if the bytes are not a record that this version knows
     */
    public SpecificRecordBase decode(byte[] bytes) throws UndecodableRecord {
        OptionalLong fingerprint = MessageHeader.fingerprint(bytes);
        Class<? extends SpecificRecordBase> type =
                fingerprint.isPresent() ? BY_FINGERPRINT.get(fingerprint.getAsLong()) : null;
        if (type == null) {
            throw new UndecodableRecord(
                    "%d bytes are not a record of this version".formatted(bytes.length), null);
        }
        return codecs.computeIfAbsent(type, key -> RecordCodec.of(type)).decode(bytes);
    }

    private static Map<Long, Class<? extends SpecificRecordBase>> index() {
        Map<Long, Class<? extends SpecificRecordBase>> types = new HashMap<>();
        for (Class<? extends SpecificRecordBase> type : RECORDS) {
            Schema present = SpecificData.get().getSchema(type);
            types.put(SchemaNormalization.parsingFingerprint64(present), type);
            for (Schema earlier : SchemaHistory.of(present.getFullName())) {
                types.put(SchemaNormalization.parsingFingerprint64(earlier), type);
            }
        }
        return types;
    }
}
