/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.contract.input.InputOpener;
import io.tessera.v1.Kind;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Entry point of a decode worker. Its one argument is the socket of the parent that started it;
 * people never run it.
 */
public final class WorkerMain {
    private static final Map<Kind, Supplier<InputOpener>> OPENERS =
            Map.of(
                    Kind.VIDEO, () -> named("io.tessera.worker.chunk.ChunkOpener"),
                    Kind.DOCUMENT, () -> named("io.tessera.documents.DocumentOpener"));

    private WorkerMain() {}

    public static void main(String[] args) {
        WorkerProcess.run(args, OPENERS);
    }

    private static InputOpener named(String type) {
        try {
            return Class.forName(type)
                    .asSubclass(InputOpener.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make the opener " + type, e);
        }
    }
}
