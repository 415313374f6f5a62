/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;

/**
 * Libtorch in this process: started once, without network and without telemetry, with a fixed
 * number of threads. Thread-safe.
 */
final class TorchRuntime {
    private static final String CACHE = "DJL_CACHE_DIR";

    private final PtNDManager manager;

    private static final class Holder {
        static final TorchRuntime INSTANCE = new TorchRuntime();
    }

    private TorchRuntime() {
        setDefault("ai.djl.offline", "true");
        setDefault("OPT_OUT_TRACKING", "true");
        setDefault(
                CACHE,
                Path.of(System.getProperty("user.home"), ".cache", "tessera", "djl").toString());
        int threads = Integer.getInteger("tessera.torch.threads", 1);
        setDefault("ai.djl.pytorch.num_threads", Integer.toString(threads));
        setDefault("ai.djl.pytorch.num_interop_threads", "1");
        // The engine is found by ServiceLoader, which asks the thread's own loader.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(TorchRuntime.class.getClassLoader());
            manager = (PtNDManager) Engine.getEngine("PyTorch").newBaseManager();
            JniUtils.setNumThreads(threads);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void setDefault(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }

    static TorchRuntime instance() {
        return Holder.INSTANCE;
    }

    /** A manager of its own, whose closing frees all that was made with it. */
    PtNDManager newManager() {
        return (PtNDManager) manager.newSubManager();
    }
}
