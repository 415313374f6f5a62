/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A faulty stand-in between a client and an S3 endpoint: each request meets the next of the faults
 * that were queued, or passes. One request a connection, so that a fault hits one request.
 */
final class FaultyStoreProxy implements AutoCloseable {
    /** What becomes of a request. */
    enum Fault {
        /** Answered 503 without reaching the store. */
        UNAVAILABLE,
        /** Carried out by the store; the connection breaks before the reply. */
        REPLY_LOST,
        /** The connection breaks before the store sees the request. */
        REQUEST_LOST,
        /** The store sees the request; no reply ever comes. */
        SILENT,
        /** One byte of the body is changed on the way to the store. */
        BODY_DAMAGED,
        /** The reply ends in the middle of its body. */
        REPLY_CUT,
        /** The reply comes a byte at a time, never silent and never done. */
        REPLY_DRIPS
    }

    private static final Pattern LENGTH =
            Pattern.compile("\r\ncontent-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

    private final URI target;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingDeque<Fault> faults = new LinkedBlockingDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Closeable> open = Collections.synchronizedList(new ArrayList<>());

    FaultyStoreProxy(URI target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Queues faults for the next requests. */
    void next(Fault... faultsInOrder) {
        faults.addAll(List.of(faultsInOrder));
    }

    /** Request lines in the order in which they came. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Closeable closeable : List.copyOf(open)) {
            closeable.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serveAndClose(client));
            } catch (IOException e) {
                // Closed; the loop ends.
            }
        }
    }

    private void serveAndClose(Socket client) {
        try (client) {
            serve(client);
        } catch (IOException e) {
            // The client left, as clients of a faulty server do.
        }
    }

    private void serve(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        String head = head(in);
        if (head.isEmpty()) {
            return;
        }
        requests.add(head.substring(0, head.indexOf("\r\n")));
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        Fault fault = faults.poll();
        if (fault == Fault.REQUEST_LOST) {
            return;
        }
        if (fault == Fault.UNAVAILABLE) {
            send(
                    client,
                    "HTTP/1.1 503 Service Unavailable",
                    "Content-Length: 0",
                    "Connection: close");
            return;
        }
        if (fault == Fault.BODY_DAMAGED) {
            body[body.length / 2] ^= 1;
        }
        byte[] reply = forward(head, body);
        if (fault == Fault.SILENT) {
            in.read();
        } else if (fault == Fault.REPLY_DRIPS) {
            drip(client, reply);
        } else if (fault != Fault.REPLY_LOST) {
            int count = fault == Fault.REPLY_CUT ? reply.length - 3 : reply.length;
            client.getOutputStream().write(reply, 0, count);
        }
    }

    private static void drip(Socket client, byte[] reply) throws IOException {
        client.setSoTimeout(200);
        for (byte b : reply) {
            client.getOutputStream().write(b);
            try {
                if (client.getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                // The client is still there; the next byte.
            }
        }
    }

    private byte[] forward(String head, byte[] body) throws IOException {
        try (Socket upstream = new Socket(target.getHost(), target.getPort())) {
            OutputStream out = upstream.getOutputStream();
            String closing =
                    head.replaceFirst("(?i)\r\nconnection: [^\r]*", "")
                            .replaceFirst("\r\n", "\r\nConnection: close\r\n");
            out.write(closing.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return upstream.getInputStream().readAllBytes();
        }
    }

    private static void send(Socket client, String... lines) throws IOException {
        String text = String.join("\r\n", lines) + "\r\n\r\n";
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Everything up to and with the empty line; empty where the client left. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            bytes.write(b);
            matched = b == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : b == '\r' ? 1 : 0;
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
