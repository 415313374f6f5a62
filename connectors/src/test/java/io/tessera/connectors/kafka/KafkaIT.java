/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.embedded.EmbeddedBroker;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Mode;
import io.tessera.v1.Reply;
import io.tessera.v1.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
final class KafkaIT {
    /** Of today: a broker soon deletes records whose own timestamp is past the retention. */
    private static final long NOW = System.currentTimeMillis();

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW + 123), ZoneOffset.UTC);

    @TempDir static Path folder;
    private static EmbeddedBroker broker;
    private static KafkaSettings settings;
    private static TopicAdmin admin;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        settings = KafkaSettings.of(broker.bootstrapServers());
        admin = new TopicAdmin(settings);
        admin.ensure(Topics.all(), 4);
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void makesEveryTopicOnceAndFindsItFitAgain() {
        admin.ensure(Topics.all(), 4);
        admin.ensure(Topics.all(), 1);
        assertThat(admin.end(List.of(Topics.LEDGER, Topics.REPLIES)).offsets())
                .hasSize(8)
                .containsKey(new TopicPartition(Topics.LEDGER, 3));
    }

    @Test
    void findsTopicsFitThatItMadeAMomentAgo() {
        for (int i = 0; i < 30; i++) {
            TopicSpec topic = new TopicSpec("moment-" + i, Duration.ofDays(1));
            admin.ensure(List.of(topic), 1);
            assertThat(admin.end(List.of(topic.name())).offsets()).hasSize(1);
        }
    }

    @Test
    void listsEveryDifferenceOfTopicsThatAreThere() {
        TopicSpec kept = new TopicSpec("fit-kept", Duration.ofDays(2));
        TopicSpec compacted = new TopicSpec("fit-compacted", null);
        admin.ensure(List.of(kept, compacted), 2);
        admin.ensure(List.of(new TopicSpec("fit-kept", Duration.ofDays(1))), 2);

        List<TopicSpec> others =
                List.of(
                        new TopicSpec("fit-kept", Duration.ofDays(3)),
                        new TopicSpec("fit-compacted", Duration.ofDays(3)));
        assertThatThrownBy(() -> admin.ensure(others, 3))
                .isInstanceOf(TopicsUnfit.class)
                .hasMessageContaining("topic fit-kept has 2 partitions, expected 3")
                .hasMessageContaining(
                        "topic fit-kept has retention.ms 172800000, expected 259200000")
                .hasMessageContaining(
                        "topic fit-compacted has cleanup.policy compact, expected delete");
    }

    @Test
    void publishesRecordsWithKeyTimeAndHeaders() throws Exception {
        TopicOffsets before = admin.end(List.of(Topics.REPLIES));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("item", "a/b/c/whole");
        headers.put("revision", "7");
        Reply reply = new Reply("r1", "i1", "p1", 7L, InputState.OK, false);
        try (RecordPublisher publisher = new KafkaRecordPublisher(settings)) {
            publisher.send(
                    Topics.REPLIES,
                    "r1",
                    RecordCodec.of(Reply.class).encode(reply),
                    NOW + 7,
                    headers);
            publisher.send(Topics.REPLIES, "r2", "no record".getBytes(UTF_8), NOW, Map.of());
            publisher.flush();
        }
        TopicOffsets end = admin.end(List.of(Topics.REPLIES));
        List<TopicRecord> records = readTo(before, end);

        assertThat(records).hasSize(2);
        TopicRecord first =
                records.stream().filter(r -> "r1".equals(r.key())).findFirst().orElseThrow();
        assertThat(first.value()).isEqualTo(reply);
        assertThat(first.timestampMillis()).isEqualTo(NOW + 7);
        assertThat(first.headers()).containsExactlyInAnyOrderEntriesOf(headers);
        assertThat(records)
                .filteredOn(r -> "r2".equals(r.key()))
                .singleElement()
                .satisfies(r -> assertThat(r.value()).isNull());
        assertThat(readTo(end, end)).isEmpty();
    }

    @Test
    void takesTheLastChunkOfALongFilm() throws Exception {
        long hoursAhead = NOW + Duration.ofHours(30).toMillis();
        for (String topic : List.of(Topics.VIDEO_CAPTIONS, Topics.LEDGER)) {
            TopicOffsets before = admin.end(List.of(topic));
            try (RecordPublisher publisher = new KafkaRecordPublisher(settings)) {
                publisher.send(topic, "film", new byte[] {1}, hoursAhead, Map.of());
                publisher.flush();
            }
            assertThat(readTo(before, admin.end(List.of(topic))))
                    .extracting(TopicRecord::timestampMillis)
                    .containsExactly(hoursAhead);
        }
    }

    @Test
    void saysThatARecordIsTooLargeAndGoesOnWithTheNext() throws Exception {
        TopicOffsets before = admin.end(List.of(Topics.EVENTS));
        try (RecordPublisher publisher = new KafkaRecordPublisher(settings)) {
            byte[] large = new byte[TopicSpec.MAX_MESSAGE_BYTES];
            assertThatThrownBy(
                            () -> {
                                publisher.send(Topics.EVENTS, "k", large, NOW, Map.of());
                                publisher.flush();
                            })
                    .isInstanceOf(PublishFailed.class)
                    .hasMessageContaining(broker.bootstrapServers());
            publisher.send(
                    Topics.EVENTS, "k", new byte[TopicSpec.MAX_MESSAGE_BYTES - 200], NOW, Map.of());
            publisher.flush();
        }
        assertThat(readTo(before, admin.end(List.of(Topics.EVENTS)))).hasSize(1);
    }

    @Test
    void saysThatNobodyTakesRecordsAnyMore() {
        EmbeddedBroker other = EmbeddedBroker.start(folder.resolve("other"), 0);
        KafkaSettings others = KafkaSettings.of(other.bootstrapServers());
        try (TopicAdmin topics = new TopicAdmin(others)) {
            topics.ensure(List.of(new TopicSpec("things", null)), 1);
        }
        try (RecordPublisher publisher = new KafkaRecordPublisher(others, Duration.ofSeconds(2))) {
            publisher.send("things", "k", new byte[1], NOW, Map.of());
            publisher.flush();
            other.close();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(
                                () -> {
                                    publisher.send("things", "k", new byte[1], NOW, Map.of());
                                    publisher.flush();
                                })
                        .isInstanceOf(PublishFailed.class);
            }
        } finally {
            other.close();
        }
    }

    @Test
    void readsRequestsInAJobFromTheEndsTakenBeforeTheyWereSent() throws Exception {
        send(1);
        TopicOffsets start = admin.end(List.of(Topics.VIDEO_REQUESTS));
        List<String> sent = send(20);
        try (RecordPublisher publisher = new KafkaRecordPublisher(settings)) {
            publisher.send(Topics.VIDEO_REQUESTS, "bad", new byte[] {1, 2}, NOW + 9, Map.of());
            publisher.flush();
        }

        List<IncomingRecord> records =
                collect(RequestSource.fromOffsets(settings, "test-offsets", start), 21);

        RecordCodec<Request> codec = RecordCodec.of(Request.class);
        List<String> ids = new ArrayList<>();
        for (IncomingRecord record : records) {
            assertThat(record.topic()).isEqualTo(Topics.VIDEO_REQUESTS);
            if (record.value().length == 2) {
                assertThat(record.timestampMillis()).isEqualTo(NOW + 9);
            } else {
                ids.add(codec.decode(record.value()).getRequestId());
                assertThat(record.timestampMillis()).isEqualTo(CLOCK.millis());
            }
        }
        assertThat(ids).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(records)
                .extracting(r -> r.partition() + ":" + r.offset())
                .doesNotHaveDuplicates();
    }

    @Test
    void readsFromTheBeginningWhereAGroupHasNoOffsets() throws Exception {
        try (RecordPublisher publisher = new KafkaRecordPublisher(settings)) {
            for (int i = 0; i < 3; i++) {
                publisher.send(Topics.VIDEO_SEGMENTS, "k" + i, new byte[] {1}, NOW, Map.of());
            }
            publisher.flush();
        }
        assertThat(
                        collect(
                                RequestSource.fromCommitted(
                                        settings, "never-seen", List.of(Topics.VIDEO_SEGMENTS)),
                                3))
                .hasSize(3);
    }

    @Test
    void sendsRequestsToTheTopicOfTheirKind() {
        assertThat(RequestSender.topic(Kind.DOCUMENT)).isEqualTo("tessera.document.requests");
        assertThatThrownBy(() -> RequestSender.topic(Kind.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> send(int count) {
        List<String> ids = IntStream.range(0, count).mapToObj(i -> count + "-" + i).toList();
        try (RequestSender sender = new RequestSender(new KafkaRecordPublisher(settings), CLOCK)) {
            for (String id : ids) {
                sender.send(
                        Kind.VIDEO,
                        Request.newBuilder()
                                .setRequestId(id)
                                .setTenant("default")
                                .setMedia(new MediaReference("file:/a.mp4", null, null, null))
                                .setMode(Mode.NORMAL)
                                .build());
            }
            sender.flush();
        }
        return ids;
    }

    private static List<TopicRecord> readTo(TopicOffsets start, TopicOffsets end) {
        List<TopicRecord> records = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (TopicReader reader = new TopicReader(settings, start)) {
            while (!reader.position().reached(end)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                records.addAll(reader.poll(Duration.ofMillis(100)));
            }
        }
        return records;
    }

    @SuppressWarnings("try") // Nobody interrupts a test.
    private static List<IncomingRecord> collect(KafkaSource<IncomingRecord> source, int count)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        try (StreamExecutionEnvironment env =
                        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
                CloseableIterator<IncomingRecord> records =
                        env.fromSource(source, WatermarkStrategy.noWatermarks(), "requests")
                                .executeAndCollect()) {
            List<IncomingRecord> collected = new ArrayList<>();
            while (collected.size() < count && records.hasNext()) {
                collected.add(records.next());
            }
            return collected;
        }
    }
}
