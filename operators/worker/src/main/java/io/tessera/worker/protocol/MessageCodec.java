/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import io.tessera.contract.failure.Code;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.worker.protocol.Message.Close;
import io.tessera.worker.protocol.Message.Closed;
import io.tessera.worker.protocol.Message.Failure;
import io.tessera.worker.protocol.Message.Hello;
import io.tessera.worker.protocol.Message.Open;
import io.tessera.worker.protocol.Message.Opened;
import io.tessera.worker.protocol.Message.Password;
import io.tessera.worker.protocol.Message.Plan;
import io.tessera.worker.protocol.Message.PlanAnswer;
import io.tessera.worker.protocol.Message.Progress;
import io.tessera.worker.protocol.Message.RangeReady;
import io.tessera.worker.protocol.Message.RangeRequest;
import io.tessera.worker.protocol.Message.Read;
import io.tessera.worker.protocol.Message.Rest;
import io.tessera.worker.protocol.Message.Shutdown;
import io.tessera.worker.protocol.Message.UnitAnswer;
import io.tessera.worker.protocol.Message.Welcome;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Messages as frames. */
final class MessageCodec {
    /** Longest text of a failure; what is longer is cut. */
    private static final int FAILURE_CHARS = 2000;

    private MessageCodec() {}

    /**
     * The frame of a message.
     *
     * @throws IllegalArgumentException if it is longer than its type allows
     */
    static Frame encode(Message message) {
        PayloadWriter out = new PayloadWriter();
        return new Frame(write(message, out), out.bytes());
    }

    private static FrameType write(Message message, PayloadWriter out) {
        if (message instanceof Hello hello) {
            out.number(hello.protocol()).text(hello.buildId()).number(hello.pid());
            return FrameType.HELLO;
        } else if (message instanceof Welcome welcome) {
            out.number(welcome.protocol()).text(welcome.buildId()).text(welcome.window());
            out.number(welcome.slotBytes()).number(welcome.slots());
            return FrameType.WELCOME;
        } else if (message instanceof Password password) {
            out.rest(password.text().getBytes(StandardCharsets.UTF_8));
            return FrameType.PASSWORD;
        } else if (message instanceof Open open) {
            out.text(open.kind().name()).text(open.inputId()).number(open.length());
            out.number(open.options().size());
            open.options().forEach((key, value) -> out.text(key).text(value));
            return FrameType.OPEN;
        } else if (message instanceof Read read) {
            out.text(read.region()).number(read.regionBytes()).rest(AvroBinary.encode(read.unit()));
            return FrameType.READ;
        } else if (message instanceof RangeRequest range) {
            out.number(range.slot()).number(range.position()).number(range.length());
            return FrameType.RANGE_REQUEST;
        } else if (message instanceof RangeReady ready) {
            out.number(ready.length());
            return FrameType.RANGE_READY;
        } else if (message instanceof PlanAnswer answer) {
            out.rest(AvroBinary.encode(answer.plan()));
            return FrameType.PLAN_ANSWER;
        } else if (message instanceof UnitAnswer answer) {
            out.rest(AvroBinary.encode(answer.reading()));
            return FrameType.UNIT_ANSWER;
        } else if (message instanceof Failure failure) {
            String text = failure.text();
            out.text(failure.state().name()).text(failure.code().name());
            out.text(text.length() > FAILURE_CHARS ? text.substring(0, FAILURE_CHARS) : text);
            return FrameType.FAILURE;
        } else if (message instanceof Rest rest) {
            out.number(rest.residentBytes());
            return FrameType.REST;
        }
        return typeOfEmpty(message);
    }

    private static FrameType typeOfEmpty(Message message) {
        if (message instanceof Opened) {
            return FrameType.OPENED;
        } else if (message instanceof Plan) {
            return FrameType.PLAN;
        } else if (message instanceof Progress) {
            return FrameType.PROGRESS;
        } else if (message instanceof Close) {
            return FrameType.CLOSE;
        } else if (message instanceof Closed) {
            return FrameType.CLOSED;
        } else if (message instanceof Shutdown) {
            return FrameType.SHUTDOWN;
        }
        throw new IllegalArgumentException("message without a frame type: " + message.getClass());
    }

    /**
     * The message of a frame.
     *
     * @throws ProtocolViolation if the payload is not one of its type, to the last byte
     */
    static Message decode(Frame frame) throws ProtocolViolation {
        PayloadReader in = new PayloadReader(frame.payload());
        try {
            Message message = read(frame.type(), in);
            in.requireEnd();
            return message;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new ProtocolViolation(
                    "payload of a %s frame is malformed".formatted(frame.type()), e);
        }
    }

    private static Message read(FrameType type, PayloadReader in) throws ProtocolViolation {
        return switch (type) {
            case HELLO -> new Hello(in.integer(), in.text(), in.number());
            case WELCOME ->
                    new Welcome(in.integer(), in.text(), in.text(), in.integer(), in.integer());
            case PASSWORD -> new Password(in.restText());
            case OPEN -> new Open(Kind.valueOf(in.text()), in.text(), in.number(), options(in));
            case OPENED -> new Opened();
            case PLAN -> new Plan();
            case READ -> {
                String region = in.text();
                long bytes = in.number();
                yield new Read(AvroBinary.decode(in.rest(), UnitSpec.class), region, bytes);
            }
            case RANGE_REQUEST -> new RangeRequest(in.integer(), in.number(), in.integer());
            case RANGE_READY -> new RangeReady(in.integer());
            case PROGRESS -> new Progress();
            case PLAN_ANSWER -> new PlanAnswer(AvroBinary.decode(in.rest(), InputPlan.class));
            case UNIT_ANSWER -> new UnitAnswer(AvroBinary.decode(in.rest(), UnitReading.class));
            case FAILURE ->
                    new Failure(InputState.valueOf(in.text()), Code.valueOf(in.text()), in.text());
            case REST -> new Rest(in.number());
            case CLOSE -> new Close();
            case CLOSED -> new Closed();
            case SHUTDOWN -> new Shutdown();
        };
    }

    private static Map<String, String> options(PayloadReader in) {
        Map<String, String> options = new TreeMap<>();
        int count = in.integer();
        for (int i = 0; i < count; i++) {
            options.put(in.text(), in.text());
        }
        return options;
    }
}
