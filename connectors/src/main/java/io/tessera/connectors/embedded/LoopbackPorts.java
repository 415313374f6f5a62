/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Ports on the loopback interface. */
final class LoopbackPorts {
    static final String HOST = "127.0.0.1";

    private static final InetAddress ADDRESS = address();

    private LoopbackPorts() {}

    /** A port that nobody listens on at this moment; somebody may by the time it is used. */
    static int free() {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }

    /** A socket that listens on {@code port}, or on any where that is 0. */
    static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(ADDRESS, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Whether somebody listens on {@code port}, or we may not. */
    static boolean taken(int port) {
        try (ServerSocket socket = listen(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    /** Refuses a chosen port that is taken; 0 stands for any. */
    static void requireFree(String service, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is not in 0..65535: " + port);
        }
        if (port != 0 && taken(port)) {
            throw new PortInUse(service, port);
        }
    }

    /** Not {@code getLoopbackAddress}, which may be the one of version 6. */
    private static InetAddress address() {
        try {
            return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
