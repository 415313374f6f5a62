/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.connectors.kafka.IncomingRecord;
import io.tessera.streaming.sink.Publication;
import io.tessera.streaming.testing.Samples;
import io.tessera.v1.InputState;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTypesTest {
    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl(strict));
    }

    @ParameterizedTest
    @ValueSource(classes = {IncomingRecord.class, Step.class, Publication.class, Tally.class})
    void haveSerializersOfTheirOwn(Class<?> type) {
        assertThat(serializer(type)).isNotNull();
    }

    static Stream<Step> steps() {
        InputRef input = Samples.input(4);
        return Stream.of(
                Step.announced(input, Samples.planned(3)),
                Step.toRead(input, new UnitRef(0, "page/000001", new byte[40])),
                Step.read(input, Samples.end(0, UnitState.FAILED)),
                Step.complete(input, Samples.planned(1), Tally.NONE),
                Step.resumed(input, InputState.OK),
                Step.deadRecord(new DeadRecord("t", 0, 1, 2, "UNDECODABLE", "bytes", null)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void comeBackAsTheyWentAndStaySmall(Step step) throws IOException {
        TypeSerializer<Step> serializer = serializer(Step.class);
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(step, out);
        byte[] bytes = out.getCopyOfBuffer();
        assertThat(serializer.deserialize(new DataInputDeserializer(bytes)))
                .usingRecursiveComparison()
                .isEqualTo(step);
        assertThat(bytes).hasSizeLessThan(1_024);
    }
}
