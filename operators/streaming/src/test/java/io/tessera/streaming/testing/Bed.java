/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.connectors.embedded.EmbeddedBroker;
import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.directory.DirectoryLocation;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.streaming.topology.ReadingTopology;
import io.tessera.v1.Kind;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Mode;
import io.tessera.v1.Reply;
import io.tessera.v1.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker with all topics, used through public clients, and a folder for inputs. */
public final class Bed implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final Path folder;
    private final EmbeddedBroker broker;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    // When a reply was first seen by whoever waited for replies.
    private final Map<String, Long> seen = new HashMap<>();
    private int made;

    public Bed(Path folder) throws Exception {
        this.folder = folder;
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        Properties client = new Properties();
        client.put("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(client);
        admin.createTopics(
                        List.of(
                                        Topics.VIDEO_REQUESTS,
                                        Topics.DOCUMENT_REQUESTS,
                                        Topics.REPLIES,
                                        Topics.VIDEO_CAPTIONS,
                                        Topics.DOCUMENT_PAGES,
                                        Topics.INPUTS,
                                        Topics.DEAD_LETTERS,
                                        Topics.LEDGER)
                                .stream()
                                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                                .toList())
                .all()
                .get();
        producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Services that write to a store of this name. */
    public TextServices services(String store, int workers) {
        return new TextServices(location(store), bootstrapServers(), workers);
    }

    public DirectoryLocation location(String store) {
        return new DirectoryLocation(folder.resolve(store).toAbsolutePath().toString());
    }

    /** A file with these lines, each a unit. */
    public Path input(String... lines) throws IOException {
        Path file = folder.resolve("input-" + made++ + ".txt");
        return Files.write(file, List.of(lines));
    }

    public static Request request(String id, Path file, Mode mode) {
        return Request.newBuilder()
                .setRequestId(id)
                .setTenant("default")
                .setMedia(new MediaReference(file.toUri().toString(), null, null, null))
                .setMode(mode)
                .build();
    }

    public void send(Kind kind, Request request) throws Exception {
        send(kind, request.getRequestId(), RecordCodec.of(Request.class).encode(request));
    }

    public void send(Kind kind, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(ReadingTopology.requests(kind), key, value)).get();
    }

    /** Where each partition of a topic ends now. */
    public Map<TopicPartition, Long> ends(String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int i = 0; i < PARTITIONS; i++) {
            wanted.put(new TopicPartition(topic, i), OffsetSpec.latest());
        }
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Everything that lies on these topics. */
    public List<Received> all(String... topics) throws Exception {
        List<Received> received = new ArrayList<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (String topic : topics) {
            ends.putAll(ends(topic));
        }
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> received.add(new Received(record)));
            }
        }
        return received;
    }

    /** Waits for a reply to each of these requests and returns the first of each, by requestId. */
    public Map<String, Reply> replies(Duration patience, String... requestIds) throws Exception {
        Map<String, Reply> replies = new HashMap<>();
        long deadline = System.nanoTime() + patience.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            var partitions = ends(Topics.REPLIES).keySet();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!replies.keySet().containsAll(List.of(requestIds))) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "replies to %s only, of %s"
                                    .formatted(replies.keySet(), List.of(requestIds)));
                }
                consumer.poll(Duration.ofMillis(50))
                        .forEach(
                                record -> {
                                    Reply reply = new Received(record).as(Reply.class);
                                    replies.putIfAbsent(reply.getRequestId(), reply);
                                    seen.putIfAbsent(reply.getRequestId(), System.nanoTime());
                                });
            }
        }
        replies.keySet().retainAll(List.of(requestIds));
        return replies;
    }

    /** When each of these replies was first seen while waiting for it, ascending, as nano times. */
    public List<Long> arrivals(String... requestIds) {
        List<String> wanted = List.of(requestIds);
        return seen.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** A condition that may fail to be evaluated. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until something holds. */
    public void until(Duration patience, Condition condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("does not hold within " + patience);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Properties client = new Properties();
        client.put("bootstrap.servers", bootstrapServers());
        client.put("enable.auto.commit", "false");
        client.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        broker.close();
    }
}
