/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.streaming.flow.DeadRecord;
import io.tessera.streaming.testing.Samples;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationSerializerTest {
    private final PublicationSerializer serializer = new PublicationSerializer();

    static Stream<Publication> publications() {
        DeadRecord dead = new DeadRecord("t", 1, 2, 3, "UNDECODABLE", "bytes", null);
        return Stream.of(
                Publication.unit(Samples.input(7), Samples.end(0, UnitState.RECOGNISED)),
                Publication.plan(Samples.input(7), "plan", Samples.work(2), new byte[] {1}),
                Publication.whole(Samples.input(7), Samples.work(2), new byte[] {1, 2}),
                Publication.reply(Samples.input(7), new byte[0]),
                Publication.dead(Publication.Kind.DEAD_RECORD, dead, new byte[] {9}));
    }

    @ParameterizedTest
    @MethodSource("publications")
    void readsWhatItWrote(Publication publication) throws IOException {
        byte[] bytes = serializer.serialize(publication);
        assertThat(serializer.deserialize(serializer.getVersion(), bytes))
                .usingRecursiveComparison()
                .isEqualTo(publication);
    }

    @Test
    void keepsAUnitUnderAKilobyte() throws IOException {
        Publication unit = Publication.unit(Samples.input(7), Samples.end(0, UnitState.RECOGNISED));
        assertThat(serializer.serialize(unit)).hasSizeLessThan(1_024);
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[10]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }
}
