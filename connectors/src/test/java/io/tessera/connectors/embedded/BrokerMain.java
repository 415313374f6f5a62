/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import java.nio.file.Path;

/** A broker in a process of its own, to be killed: prints its address and waits. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
        System.out.println("listening on " + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
