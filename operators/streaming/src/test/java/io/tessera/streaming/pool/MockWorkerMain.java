/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.v1.Kind;
import io.tessera.worker.WorkerProcess;
import java.util.Map;

/** A worker whose inputs say what it is to do. */
final class MockWorkerMain {
    private MockWorkerMain() {}

    public static void main(String[] args) {
        WorkerProcess.run(args, Map.of(Kind.DOCUMENT, MockOpener::new));
    }
}
