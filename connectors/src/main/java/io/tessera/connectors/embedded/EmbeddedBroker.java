/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * A Kafka broker and its controller inside this process, on the loopback interface and without
 * authentication. Topics, records and group offsets live in a directory, from which a later start
 * goes on; a directory belongs to one broker at a time. Thread-safe; closing twice does nothing.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;
    private final Consumer<String> onFatal;
    private boolean closed;

    private EmbeddedBroker(KafkaRaftServer server, int port, Consumer<String> onFatal) {
        this.server = server;
        this.port = port;
        this.onFatal = onFatal;
    }

    /** Starts a broker whose giving up shows only in clients that wait in vain. */
    public static EmbeddedBroker start(Path directory, int port) {
        return start(directory, port, reason -> {});
    }

    /**
     * Starts a broker and returns once it takes records.
     *
     * @param directory of its data; created where it does not exist
     * @param port to listen on, or 0 for any
     * @param onFatal told why if the broker gives up later, such as on a full disk; called by a
     *     thread of the broker, which would have ended this process instead
     * @throws PortInUse if {@code port} is taken
     * @throws EmbeddedServiceFailed if it does not start for another reason, such as a directory
     *     that cannot be written or that another broker holds
     */
    public static EmbeddedBroker start(Path directory, int port, Consumer<String> onFatal) {
        LoopbackPorts.requireFree("broker", port);
        Path data = directory.toAbsolutePath();
        if (data.toString().contains(",")) {
            throw new EmbeddedServiceFailed(
                    "the broker takes no directory with a comma in its path: "
                            + data
                            + "; choose another",
                    null);
        }
        BrokerExit.listen(onFatal);
        try {
            return startListening(data, port, onFatal);
        } catch (RuntimeException e) {
            BrokerExit.forget(onFatal);
            throw e;
        }
    }

    private static EmbeddedBroker startListening(Path data, int port, Consumer<String> onFatal) {
        format(data);
        for (int attempt = 1; ; attempt++) {
            int brokerPort = port == 0 ? LoopbackPorts.free() : port;
            int controllerPort = LoopbackPorts.free();
            try {
                return new EmbeddedBroker(
                        run(BrokerProperties.of(data, brokerPort, controllerPort)),
                        brokerPort,
                        onFatal);
            } catch (RuntimeException e) {
                boolean lost =
                        LoopbackPorts.taken(brokerPort) || LoopbackPorts.taken(controllerPort);
                if (lost && port != 0 && LoopbackPorts.taken(port)) {
                    throw new PortInUse("broker", port);
                }
                // A free port may be gone by the time the broker binds it; another one is not.
                if (!lost || attempt == ATTEMPTS) {
                    throw new EmbeddedServiceFailed(
                            "the broker did not start in %s: %s; see the log"
                                    .formatted(data, e.getMessage()),
                            e);
                }
            }
        }
    }

    /** What clients connect to, {@code host:port}. */
    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Stops in order: what was acknowledged is on disk when this returns. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        BrokerExit.forget(onFatal);
    }

    private static KafkaRaftServer run(Map<String, String> properties) {
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            try {
                server.shutdown();
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new EmbeddedServiceFailed(
                    "the broker's directory %s cannot be prepared: %s; is it writable?"
                            .formatted(data, e),
                    e);
        }
    }
}
