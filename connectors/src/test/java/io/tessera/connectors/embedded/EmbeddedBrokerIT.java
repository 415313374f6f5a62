/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerIT {
    private static final String TOPIC = "things";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @TempDir Path directory;

    @Test
    void goesOnFromItsDirectoryAfterARestartOnAnotherPort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            try (Admin admin = admin(broker)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
                send(broker, "one");
                send(broker, "two");
                admin.alterConsumerGroupOffsets(
                                "group", Map.of(PARTITION, new OffsetAndMetadata(1)))
                        .all()
                        .get();
            }
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Admin admin = admin(broker)) {
            assertThat(admin.listTopics().names().get()).containsExactly(TOPIC);
            assertThat(
                            admin.listConsumerGroupOffsets("group")
                                    .partitionsToOffsetAndMetadata()
                                    .get()
                                    .get(PARTITION)
                                    .offset())
                    .isEqualTo(1);
            assertThat(values(broker, 2)).containsExactly("one", "two");
            send(broker, "three");
            assertThat(values(broker, 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket other = LoopbackPorts.listen(0)) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, port))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("port " + port + " is in use");
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void takesThePortItIsGivenAndFreesItAgain() {
        int port = LoopbackPorts.free();
        EmbeddedBroker broker = EmbeddedBroker.start(directory, port);
        assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
        assertThat(LoopbackPorts.taken(port)).isTrue();
        broker.close();
        broker.close();
        assertThat(LoopbackPorts.taken(port)).isFalse();
    }

    @Test
    void refusesADirectoryThatAnotherBrokerHolds() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(EmbeddedServiceFailed.class)
                    .hasMessageContaining(directory.toString());
            assertThat(LoopbackPorts.taken(broker.port())).isTrue();
        }
    }

    @Test
    void refusesAPathThatKafkaWouldTakeForTwo() {
        assertThatThrownBy(() -> EmbeddedBroker.start(directory.resolve("a,b"), 0))
                .isInstanceOf(EmbeddedServiceFailed.class)
                .hasMessageContaining("a,b");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void tellsWhoStartedItThatItGaveUpInsteadOfEndingTheProcess() {
        List<String> reasons = new CopyOnWriteArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, reasons::add)) {
            assertThatThrownBy(() -> Exit.halt(1, "no disk"))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(reasons).singleElement().asString().contains("gave up").contains("no disk");
            assertThat(broker.port()).isPositive();
        }
        assertThatThrownBy(() -> Exit.exit(1, "again")).isInstanceOf(IllegalStateException.class);
        assertThat(reasons).hasSize(1);
    }

    @Test
    void saysThatItsDirectoryCannotBeMade() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a folder");
        assertThatThrownBy(() -> EmbeddedBroker.start(file.resolve("data"), 0))
                .isInstanceOf(EmbeddedServiceFailed.class)
                .hasMessageContaining(file.toString());
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
        }
    }

    private static List<String> values(EmbeddedBroker broker, int count) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            List<String> values = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(200));
                records.forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
