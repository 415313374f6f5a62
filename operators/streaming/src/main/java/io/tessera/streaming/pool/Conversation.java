/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.worker.protocol.Message;
import io.tessera.worker.protocol.ProtocolViolation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is said to one worker: open, plan, read, and the ranges that it asks for meanwhile. Used by
 * one thread. Whatever goes wrong on the worker's side is a {@link WorkerLost}, after which this
 * worker is of no more use; an IOException is about the input's file.
 */
final class Conversation implements AutoCloseable {
    private final Child child;
    private final Watchdog watchdog;
    private final LossReport losses;
    private @Nullable SpooledInput open;
    private @Nullable SourceFile source;
    private int units;

    /** An answer came, and the worker has not yet said that it rests. */
    private boolean restDue;

    /** The worker waits for a range that cannot be had. */
    private boolean broken;

    Conversation(Child child, Watchdog watchdog) {
        this.child = child;
        this.watchdog = watchdog;
        this.losses = new LossReport(child);
    }

    Child child() {
        return child;
    }

    /** The input that the worker has open. */
    @Nullable SpooledInput open() {
        return open;
    }

    /** Units read so far. */
    int units() {
        return units;
    }

    InputPlan plan(SpooledInput input)
            throws InputFailure, WorkerLost, IOException, InterruptedException {
        long wall = input.options().get(TesseraOptions.LIMIT_OPEN_TIME);
        try (Watch watch = watch(input, wall)) {
            opened(input, watch);
            Message answer = asked(new Message.Plan(), watch);
            if (!(answer instanceof Message.PlanAnswer planned)) {
                throw losses.of(new ProtocolViolation("expected a plan"), watch);
            }
            try {
                AnswerCheck.plan(planned.plan(), input.kind());
            } catch (ProtocolViolation e) {
                throw losses.of(e, watch);
            }
            return planned.plan();
        }
    }

    UnitReading read(SpooledInput input, UnitSpec unit, RegionFile region)
            throws InputFailure, WorkerLost, IOException, InterruptedException {
        try (Watch watch = watch(input, input.options().get(TesseraOptions.LIMIT_OPEN_TIME))) {
            opened(input, watch);
        }
        units++;
        try (Watch watch = watch(input, input.options().get(TesseraOptions.LIMIT_UNIT_TIME))) {
            Message answer =
                    asked(new Message.Read(unit, region.path().toString(), region.bytes()), watch);
            if (!(answer instanceof Message.UnitAnswer read)) {
                throw losses.of(new ProtocolViolation("expected a reading"), watch);
            }
            try {
                AnswerCheck.reading(read.reading(), unit, region.bytes());
            } catch (ProtocolViolation e) {
                throw losses.of(e, watch);
            }
            return read.reading();
        }
    }

    /** Whether the worker can take another command; if not, it has to be ended. */
    boolean usable() {
        return !broken && child.alive();
    }

    /**
     * Waits until the worker rests after its answer, and says how much memory it then holds; 0
     * where it was asked nothing. Not part of the time of any unit.
     */
    long rest(SpooledInput input) throws WorkerLost, InterruptedException {
        try (Watch watch = watch(input, input.options().get(TesseraOptions.LIMIT_SILENCE))) {
            return rested(watch);
        }
    }

    private long rested(Watch watch) throws WorkerLost, InterruptedException {
        if (!restDue) {
            return 0;
        }
        restDue = false;
        Message message = received(watch);
        if (message instanceof Message.Rest rest) {
            return rest.residentBytes();
        }
        throw losses.of(new ProtocolViolation("expected a rest, not " + name(message)), watch);
    }

    /** Has the worker close what it has open, which frees the file. */
    void closeInput() throws InputFailure, WorkerLost, IOException, InterruptedException {
        SpooledInput closing = open;
        if (closing == null) {
            return;
        }
        try (Watch watch = watch(closing, closing.options().get(TesseraOptions.LIMIT_SILENCE))) {
            if (!(asked(new Message.Close(), watch) instanceof Message.Closed)) {
                throw losses.of(new ProtocolViolation("expected a closed input"), watch);
            }
            rested(watch);
        } finally {
            forget();
        }
    }

    private void opened(SpooledInput input, Watch watch)
            throws InputFailure, WorkerLost, IOException, InterruptedException {
        if (input.equals(open)) {
            return;
        }
        forget();
        SourceFile file = new SourceFile(input.file());
        source = file;
        String password = input.password();
        if (password != null) {
            sent(new Message.Password(password), watch);
        }
        Message answer =
                asked(
                        new Message.Open(
                                input.kind(),
                                input.inputId(),
                                file.length(),
                                input.options().toMap()),
                        watch);
        if (!(answer instanceof Message.Opened)) {
            throw losses.of(new ProtocolViolation("expected an opened input"), watch);
        }
        rested(watch);
        open = input;
    }

    /** Sends a command and serves the worker until it answers. */
    private Message asked(Message command, Watch watch)
            throws InputFailure, WorkerLost, IOException, InterruptedException {
        sent(command, watch);
        while (true) {
            Message message = received(watch);
            if (message instanceof Message.RangeRequest range) {
                serve(range, watch);
            } else if (message instanceof Message.Failure failure) {
                throw failed(failure, watch);
            } else if (!(message instanceof Message.Progress)) {
                restDue = true;
                return message;
            }
        }
    }

    private InputFailure failed(Message.Failure failure, Watch watch)
            throws WorkerLost, InterruptedException {
        if (failure.state() == InputState.CRASH) {
            throw losses.thrown(AnswerCheck.printable(failure.text()), watch);
        }
        if (!AnswerCheck.ofInput(failure.state())) {
            throw losses.of(new ProtocolViolation("failure with " + failure.state()), watch);
        }
        restDue = true;
        return new InputFailure(
                failure.state(), failure.code(), AnswerCheck.printable(failure.text()));
    }

    private void serve(Message.RangeRequest range, Watch watch)
            throws InputFailure, WorkerLost, IOException, InterruptedException {
        SourceFile file = source;
        if (file == null
                || range.slot() < 0
                || range.slot() >= Child.SLOTS
                || range.length() < 1
                || range.length() > Child.SLOT_BYTES
                || range.position() < 0
                || range.position() > file.length() - range.length()) {
            throw losses.of(new ProtocolViolation("range out of bounds: " + range), watch);
        }
        long start = System.nanoTime();
        broken = true;
        int count =
                file.read(
                        range.position(),
                        child.window()
                                .memory()
                                .slice(range.slot() * Child.SLOT_BYTES, range.length()));
        if (count < range.length()) {
            throw new InputFailure(
                    InputState.CLAIM_MISMATCH,
                    Code.LENGTH_MISMATCH,
                    "the file ends at byte %d, it had %d bytes when it was opened; it was changed"
                                    .formatted(range.position() + count, file.length())
                            + " while it was read: leave inputs alone until they are done");
        }
        broken = false;
        watch.allow(System.nanoTime() - start);
        sent(new Message.RangeReady(count), watch);
    }

    private Watch watch(SpooledInput input, long wallMicros) {
        long silence = input.options().get(TesseraOptions.LIMIT_SILENCE);
        return watchdog.watch(wallMicros, silence, child::kill);
    }

    private void sent(Message message, Watch watch) throws WorkerLost, InterruptedException {
        try {
            child.channel().send(message);
        } catch (IOException e) {
            throw losses.of(e, watch);
        }
    }

    private Message received(Watch watch) throws WorkerLost, InterruptedException {
        try {
            Message message = child.channel().receive();
            watch.sign();
            return message;
        } catch (IOException e) {
            throw losses.of(e, watch);
        }
    }

    private static String name(Message message) {
        return message.getClass().getSimpleName();
    }

    private void forget() {
        SourceFile closing = source;
        open = null;
        source = null;
        if (closing != null) {
            Child.closeAll(closing);
        }
    }

    /** Tells the worker to end, if it can hear it, and frees what is held for it. */
    @Override
    public void close() {
        forget();
        try {
            if (usable()) {
                child.channel().send(new Message.Shutdown());
            } else {
                child.kill();
            }
            child.awaitEnd();
        } catch (IOException e) {
            child.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.discard();
    }
}
