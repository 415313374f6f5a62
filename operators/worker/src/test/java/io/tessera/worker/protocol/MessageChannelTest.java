/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tessera.contract.failure.Code;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageChannelTest {
    private static final UnitSpec UNIT =
            UnitSpec.newBuilder().setUnit("page/000001").setIndex(0).setPage(1).build();

    static Stream<Message> messages() {
        return Stream.of(
                new Message.Hello(1, "abc", 42),
                new Message.Welcome(1, "abc", "/dev/shm/window", 256 << 10, 8),
                new Message.Password("pässword"),
                new Message.Open(Kind.VIDEO, "input", 5L << 30, Map.of("sample", "fps:1")),
                new Message.Opened(),
                new Message.Plan(),
                new Message.Read(UNIT, "/dev/shm/region", 64 << 20),
                new Message.RangeRequest(3, 1L << 40, 4096),
                new Message.RangeReady(4096),
                new Message.Progress(),
                new Message.PlanAnswer(
                        InputPlan.newBuilder()
                                .setKind(Kind.DOCUMENT)
                                .setUnits(List.of(UNIT))
                                .build()),
                new Message.UnitAnswer(
                        UnitReading.newBuilder()
                                .setUnit("page/000001")
                                .setState(UnitState.BLANK)
                                .build()),
                new Message.Failure(InputState.CORRUPT, Code.UNREADABLE, "no header"),
                new Message.Rest(123456789L),
                new Message.Close(),
                new Message.Closed(),
                new Message.Shutdown());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsBackWhatItSends(Message message) throws IOException {
        assertThat(received(sent(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void refusesAFrameWithAnyOneBitTurned(Message message) throws IOException {
        byte[] bytes = sent(message);
        for (int bit = 0; bit < 8 * Math.min(bytes.length, 64); bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(catchThrowable(() -> received(damaged)))
                    .as("bit %d", bit)
                    .isInstanceOfAny(ProtocolViolation.class, EOFException.class);
        }
    }

    @Test
    void neverFailsOtherwiseOnRandomBytes() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 5 && random.nextBoolean()) {
                bytes[0] = 0;
                bytes[1] = 0;
                bytes[2] = 0;
                bytes[3] = (byte) (bytes.length - 9);
                bytes[4] = (byte) random.nextInt(20);
            }
            assertThat(catchThrowable(() -> received(bytes)))
                    .as("seed %d round %d", seed, round)
                    .isInstanceOfAny(ProtocolViolation.class, EOFException.class);
        }
    }

    @Test
    void refusesPayloadsOfAnyTypeThatAreNotOnesOfIt() {
        long seed = 7;
        Random random = new Random(seed);
        for (FrameType type : FrameType.values()) {
            for (int round = 0; round < 500; round++) {
                byte[] payload = new byte[random.nextInt(Math.min(type.maxPayload(), 200) + 1)];
                random.nextBytes(payload);
                byte[] bytes = new Frame(type, payload).bytes().array();
                Throwable thrown = catchThrowable(() -> received(bytes));
                if (thrown != null) {
                    assertThat(thrown)
                            .as("seed %d type %s round %d", seed, type, round)
                            .isInstanceOf(ProtocolViolation.class);
                }
            }
        }
    }

    @Test
    void refusesAnUnknownTypeAndALengthBeyondItsBoundBeforeReadingOn() {
        assertThatThrownBy(() -> received(new byte[] {0, 0, 0, 0, 99}))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("unknown frame type 99");
        byte tick = FrameType.PROGRESS.code();
        assertThatThrownBy(() -> received(new byte[] {0, 0, 0, 1, tick}))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("at most 0");
        byte plan = FrameType.PLAN_ANSWER.code();
        assertThatThrownBy(() -> received(new byte[] {-1, -1, -1, -1, plan}))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("announces -1 bytes");
    }

    @Test
    void countsEveryValueOfARecordBeforeItIsBuilt() throws IOException {
        InputPlan plan =
                InputPlan.newBuilder()
                        .setKind(Kind.DOCUMENT)
                        .setWarnings(List.of("one", "two", "three"))
                        .build();
        byte[] bytes = AvroBinary.encode(plan);
        // The record, its nine fields, the branch of each of its five unions, three texts.
        new ValueCount(DecoderFactory.get().binaryDecoder(bytes, null), 18).add(plan.getSchema());
        assertThatThrownBy(
                        () ->
                                new ValueCount(DecoderFactory.get().binaryDecoder(bytes, null), 17)
                                        .add(plan.getSchema()))
                .isInstanceOf(IOException.class)
                .hasMessage("more than 17 values");
    }

    @Test
    void refusesArraysOfLengthsThatAvroDoesNotRead() {
        byte[] milliards = {2, 0, 0, 0, -2, -1, -1, -1, 15};
        assertThatThrownBy(() -> received(frame(milliards))).isInstanceOf(ProtocolViolation.class);
        byte[] negative = {2, 0, 0, 0, 2, 1};
        assertThatThrownBy(() -> received(frame(negative))).isInstanceOf(ProtocolViolation.class);
    }

    private static byte[] frame(byte[] plan) {
        return new Frame(FrameType.PLAN_ANSWER, plan).bytes().array();
    }

    @Test
    void printsNoPassword() {
        assertThat(new Message.Password("swordfish").toString()).doesNotContain("swordfish");
    }

    private static byte[] sent(Message message) throws IOException {
        Wire wire = new Wire(ByteBuffer.allocate(1 << 20));
        new MessageChannel(wire).send(message);
        byte[] bytes = new byte[wire.bytes.position()];
        wire.bytes.get(0, bytes);
        return bytes;
    }

    private static Message received(byte[] bytes) throws IOException {
        return new MessageChannel(new Wire(ByteBuffer.wrap(bytes))).receive();
    }

    /** A channel over memory that hands bytes on in small pieces. */
    private record Wire(ByteBuffer bytes) implements ByteChannel {
        private static final int PIECE = 1000;

        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(PIECE, Math.min(bytes.remaining(), target.remaining()));
            target.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            int count = Math.min(PIECE, source.remaining());
            bytes.put(source.slice(source.position(), count));
            source.position(source.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
