/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of the one broker of one machine: loopback only, one copy of everything, and buffers,
 * indexes and thread pools small enough to share a JVM with the jobs.
 */
final class BrokerProperties {
    static final int NODE_ID = 1;

    private static final int SEGMENT_BYTES = 32 << 20;
    private static final int INDEX_BYTES = 512 << 10;
    private static final int REQUEST_BYTES = 8 << 20;

    private BrokerProperties() {}

    static Map<String, String> of(Path directory, int brokerPort, int controllerPort) {
        Map<String, String> properties = new HashMap<>();
        identity(properties, directory, brokerPort, controllerPort);
        oneCopy(properties);
        memory(properties);
        threads(properties);
        return properties;
    }

    private static void identity(
            Map<String, String> properties, Path directory, int brokerPort, int controllerPort) {
        String broker = "BROKER://" + LoopbackPorts.HOST + ":" + brokerPort;
        String controller = LoopbackPorts.HOST + ":" + controllerPort;
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", text(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "BROKER");
        properties.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("listeners", broker + ",CONTROLLER://" + controller);
        properties.put("advertised.listeners", broker);
        properties.put("log.dirs", directory.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void oneCopy(Map<String, String> properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void memory(Map<String, String> properties) {
        // The cleaner alone takes 128 MB of heap by default.
        properties.put("log.cleaner.dedupe.buffer.size", text(4 << 20));
        properties.put("log.cleaner.io.buffer.size", text(256 << 10));
        properties.put("log.segment.bytes", text(SEGMENT_BYTES));
        properties.put("log.index.size.max.bytes", text(INDEX_BYTES));
        properties.put("offsets.topic.segment.bytes", text(SEGMENT_BYTES));
        properties.put("transaction.state.log.segment.bytes", text(SEGMENT_BYTES));
        properties.put("metadata.log.segment.bytes", text(SEGMENT_BYTES));
        properties.put("metadata.max.retention.bytes", text(SEGMENT_BYTES));
        properties.put("offsets.load.buffer.size", text(1 << 20));
        properties.put("socket.request.max.bytes", text(REQUEST_BYTES));
        properties.put("fetch.max.bytes", text(REQUEST_BYTES));
        properties.put("queued.max.requests", "32");
    }

    private static void threads(Map<String, String> properties) {
        properties.put("num.network.threads", "1");
        properties.put("num.io.threads", "2");
        properties.put("num.recovery.threads.per.data.dir", "1");
        properties.put("num.replica.fetchers", "1");
        properties.put("background.threads", "1");
        properties.put("log.cleaner.threads", "1");
        properties.put("group.coordinator.threads", "1");
        properties.put("share.coordinator.threads", "1");
        // A broker that was killed may come back once its session is over: not after 9 s.
        properties.put("broker.session.timeout.ms", "5000");
        properties.put("broker.heartbeat.interval.ms", "1000");
        // A record a half second that says nothing happened wears a disk for nothing.
        properties.put("metadata.max.idle.interval.ms", "10000");
    }

    private static String text(int value) {
        return Integer.toString(value);
    }
}
