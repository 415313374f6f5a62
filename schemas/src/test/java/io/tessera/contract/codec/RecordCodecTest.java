/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.v1.LedgerEntry;
import io.tessera.v1.Reply;
import io.tessera.v1.Request;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordCodecTest {
    static List<Class<? extends SpecificRecordBase>> records() {
        return RecordDecoder.RECORDS;
    }

    @ParameterizedTest
    @MethodSource("records")
    <T extends SpecificRecordBase> void givesRecordsBack(Class<T> type) throws Exception {
        RecordCodec<T> codec = RecordCodec.of(type);
        RecordDecoder decoder = new RecordDecoder();
        for (int seed = 0; seed < 50; seed++) {
            T record = new SampleRecords(seed).mixed(type);
            byte[] bytes = codec.encode(record);
            assertThat(bytes).startsWith(0xc3, 0x01);
            assertThat((Object) codec.decode(bytes)).isEqualTo(record);
            assertThat((Object) decoder.decode(bytes)).isEqualTo(record).isInstanceOf(type);
        }
    }

    @Test
    void readsNoRecordOfAnotherKind() {
        byte[] reply = RecordCodec.of(Reply.class).encode(new SampleRecords(1).full(Reply.class));
        assertThatThrownBy(() -> RecordCodec.of(Request.class).decode(reply))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessageContaining(reply.length + " bytes");
    }

    @Test
    void readsNoFingerprintThatItDoesNotKnow() {
        byte[] bytes = RecordCodec.of(Reply.class).encode(new SampleRecords(1).full(Reply.class));
        bytes[5] ^= 1;
        assertThatThrownBy(() -> RecordCodec.of(Reply.class).decode(bytes))
                .isInstanceOf(UndecodableRecord.class);
        assertThatThrownBy(() -> new RecordDecoder().decode(bytes))
                .isInstanceOf(UndecodableRecord.class);
    }

    @Test
    void readsNothingThatWasCut() {
        byte[] bytes =
                RecordCodec.of(LedgerEntry.class)
                        .encode(new SampleRecords(2).full(LedgerEntry.class));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> new RecordDecoder().decode(cut))
                    .as("%d of %d bytes", length, bytes.length)
                    .isInstanceOf(UndecodableRecord.class);
        }
    }

    @Test
    void readsRecordsOfAnEarlierVersionAndOfNoOther() throws Exception {
        List<Schema.Field> fewer = new ArrayList<>();
        for (Schema.Field field : Request.getClassSchema().getFields()) {
            if (!field.name().equals("stream")) {
                fewer.add(new Schema.Field(field, field.schema()));
            }
        }
        Schema earlier = Schema.createRecord("Request", "Earlier.", "io.tessera.v1", false, fewer);
        assertThat(earlier.getField("stream")).isNull();
        Request request = new SampleRecords(12).full(Request.class);
        GenericRecord older = new GenericData.Record(earlier);
        for (Schema.Field field : earlier.getFields()) {
            older.put(field.pos(), request.get(field.name()));
        }
        ByteBuffer message =
                new BinaryMessageEncoder<GenericRecord>(SpecificData.get(), earlier).encode(older);
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);

        Request read = RecordCodec.of(new Request(), List.of(earlier)).decode(bytes);

        assertThat(read.getStream()).isNull();
        read.setStream(request.getStream());
        assertThat(read).isEqualTo(request);
        assertThatThrownBy(() -> RecordCodec.of(new Request(), List.of()).decode(bytes))
                .isInstanceOf(UndecodableRecord.class);
    }

    @Test
    void decodesInThreadsThatNeverUsedAvro() throws Exception {
        Reply reply = new SampleRecords(3).full(Reply.class);
        byte[] bytes = RecordCodec.of(Reply.class).encode(reply);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Reply> decoded = thread.submit(() -> RecordCodec.of(Reply.class).decode(bytes));
            assertThat(decoded.get(30, TimeUnit.SECONDS)).isEqualTo(reply);
        } finally {
            thread.shutdownNow();
        }
    }
}
