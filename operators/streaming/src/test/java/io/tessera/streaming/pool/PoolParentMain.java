/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.option.Options;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.v1.Kind;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process with a pool whose workers hang, to be killed. */
final class PoolParentMain {
    private PoolParentMain() {}

    public static void main(String[] args) throws Exception {
        try (ProcessWorkerPool pool = new ProcessWorkerPool(Scripts.settings(1))) {
            SpooledInput input =
                    new SpooledInput(
                            "input", Kind.DOCUMENT, Path.of(args[0]), Options.DEFAULTS, null);
            pool.plan(input).toCompletableFuture().get(1, TimeUnit.HOURS);
        }
    }
}
