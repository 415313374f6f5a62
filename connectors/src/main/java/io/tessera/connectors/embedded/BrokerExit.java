/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a broker that gives up and this process, which is not only the broker's: Kafka
 * halts the JVM without a word where its disk fails. Here its thread ends and those who listen are
 * told.
 */
final class BrokerExit {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerExit.class);
    private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

    static {
        Exit.setExitProcedure(BrokerExit::giveUp);
        Exit.setHaltProcedure(BrokerExit::giveUp);
    }

    private BrokerExit() {}

    static void listen(Consumer<String> listener) {
        LISTENERS.add(listener);
    }

    static void forget(Consumer<String> listener) {
        LISTENERS.remove(listener);
    }

    private static void giveUp(int status, String message) {
        String reason =
                "the broker in this process gave up (%d, %s); is its disk full? see the log"
                        .formatted(status, message);
        LOG.error(reason);
        LISTENERS.forEach(listener -> listener.accept(reason));
        throw new IllegalStateException(reason);
    }
}
