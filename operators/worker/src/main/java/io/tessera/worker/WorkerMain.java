/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.contract.input.InputOpener;
import io.tessera.documents.DocumentOpener;
import io.tessera.v1.Kind;
import io.tessera.worker.chunk.ChunkOpener;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Entry point of a decode worker. Its one argument is the socket of the parent that started it;
 * people never run it.
 */
public final class WorkerMain {
    private static final Map<Kind, Supplier<InputOpener>> OPENERS =
            Map.of(Kind.VIDEO, ChunkOpener::new, Kind.DOCUMENT, DocumentOpener::new);

    private WorkerMain() {}

    public static void main(String[] args) {
        WorkerProcess.run(args, OPENERS);
    }
}
