/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.InputOpener;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.worker.protocol.Message;
import io.tessera.worker.protocol.MessageChannel;
import io.tessera.worker.protocol.ProtocolViolation;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes one command after the other and holds at most one open input between them. */
final class WorkerLoop implements AutoCloseable {
    private final MessageChannel parent;
    private final Window window;
    private final Map<Kind, Supplier<InputOpener>> suppliers;
    private final Map<Kind, InputOpener> openers = new EnumMap<>(Kind.class);
    private final MappedRegion region = new MappedRegion();
    private final Progress progress;
    private @Nullable InputReader open;
    private @Nullable String password;

    WorkerLoop(MessageChannel parent, Window window, Map<Kind, Supplier<InputOpener>> suppliers) {
        this.parent = parent;
        this.window = window;
        this.suppliers = suppliers;
        this.progress = new Ticker(parent);
    }

    ExitCode run() throws IOException {
        while (true) {
            Message command = parent.receive();
            if (command instanceof Message.Shutdown) {
                return ExitCode.ASKED;
            } else if (command instanceof Message.Password given) {
                password = given.text();
                continue;
            }
            try {
                parent.send(answer(command));
            } catch (InputFailure e) {
                parent.send(new Message.Failure(e.state(), e.code(), e.getMessage()));
            } catch (OutOfMemoryError e) {
                return ExitCode.OUT_OF_MEMORY;
            } catch (IOException e) {
                throw e;
            } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
                // A reader that throws what its contract forbids may have left anything behind.
                parent.send(new Message.Failure(InputState.CRASH, Code.CRASH, e.toString()));
                e.printStackTrace();
                return ExitCode.FAILED;
            }
            parent.send(new Message.Rest(RestingMemory.bytes()));
        }
    }

    private Message answer(Message command) throws InputFailure, IOException {
        if (command instanceof Message.Open opening) {
            open(opening);
            return new Message.Opened();
        } else if (command instanceof Message.Plan) {
            return new Message.PlanAnswer(reader().plan(progress));
        } else if (command instanceof Message.Read reading) {
            return new Message.UnitAnswer(
                    reader().read(
                                    reading.unit(),
                                    region.of(reading.region(), reading.regionBytes()),
                                    progress));
        } else if (command instanceof Message.Close) {
            closeInput();
            return new Message.Closed();
        }
        throw new ProtocolViolation("not a command: " + command);
    }

    private void open(Message.Open opening) throws InputFailure {
        closeInput();
        RangeSource bytes = new RangeSource(parent, window, opening.length());
        InputOpener opener = openers.computeIfAbsent(opening.kind(), kind -> opener(kind).get());
        try {
            open = opener.open(bytes, Options.parse(opening.options()), password, progress);
        } finally {
            password = null;
        }
    }

    private Supplier<InputOpener> opener(Kind kind) {
        Supplier<InputOpener> supplier = suppliers.get(kind);
        if (supplier == null) {
            throw new IllegalStateException("no opener for the kind " + kind);
        }
        return supplier;
    }

    private InputReader reader() throws ProtocolViolation {
        if (open == null) {
            throw new ProtocolViolation("no input is open");
        }
        return open;
    }

    private void closeInput() {
        InputReader closing = open;
        open = null;
        if (closing != null) {
            closing.close();
        }
    }

    @Override
    public void close() {
        // The process ends: what a reader holds goes with it, and its close could hang.
        region.close();
    }
}
