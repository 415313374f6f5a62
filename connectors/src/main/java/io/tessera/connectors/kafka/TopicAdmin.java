/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics, checks them and tells where they end. Thread-safe. */
public final class TopicAdmin implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final Duration PROPAGATION = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 50;

    private final KafkaSettings settings;
    private final Admin admin;

    public TopicAdmin(KafkaSettings settings) {
        this.settings = settings;
        String timeout = Integer.toString(TIMEOUT_MILLIS);
        admin =
                Admin.create(
                        settings.client(
                                Map.of(
                                        "request.timeout.ms", timeout,
                                        "default.api.timeout.ms", timeout)));
    }

    /**
     * Makes the topics that are missing and checks those that are there: the same cleanup policy,
     * and at least the partitions, the retention and the record size.
     *
     * @param partitions of each topic
     * @throws TopicsUnfit if existing ones differ
     * @throws KafkaUnavailable if the brokers do not answer or refuse
     */
    public void ensure(Collection<TopicSpec> topics, int partitions) {
        List<NewTopic> missing = missing(topics, partitions);
        if (!missing.isEmpty()) {
            create(missing);
        }
        List<String> differences = differences(topics, partitions);
        if (!differences.isEmpty()) {
            throw new TopicsUnfit(differences);
        }
    }

    /** Where the topics end at this moment: the offsets of the next records. */
    public TopicOffsets end(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        describe(topics)
                .forEach(
                        (topic, description) ->
                                description
                                        .partitions()
                                        .forEach(
                                                p ->
                                                        latest.put(
                                                                new TopicPartition(
                                                                        topic, p.partition()),
                                                                OffsetSpec.latest())));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await("ends of topics", admin.listOffsets(latest).all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return new TopicOffsets(offsets);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private List<NewTopic> missing(Collection<TopicSpec> topics, int partitions) {
        var there = await("names of topics", admin.listTopics().names());
        return topics.stream()
                .filter(topic -> !there.contains(topic.name()))
                .map(
                        topic ->
                                new NewTopic(
                                                topic.name(),
                                                Optional.of(partitions),
                                                Optional.empty())
                                        .configs(topic.settings()))
                .toList();
    }

    private void create(List<NewTopic> missing) {
        CreateTopicsResult result = admin.createTopics(missing);
        for (Map.Entry<String, KafkaFuture<Void>> topic : result.values().entrySet()) {
            try {
                await("topic " + topic.getKey(), topic.getValue());
            } catch (KafkaUnavailable e) {
                // Somebody else made it in the meantime; the check below looks at it.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private List<String> differences(Collection<TopicSpec> topics, int partitions) {
        List<String> names = topics.stream().map(TopicSpec::name).toList();
        Map<String, TopicDescription> descriptions = describe(names);
        Map<String, Config> configs = configs(names);
        List<String> differences = new ArrayList<>();
        for (TopicSpec topic : topics) {
            TopicDescription description = requireNonNull(descriptions.get(topic.name()));
            int actual = description.partitions().size();
            if (actual < partitions) {
                differences.add(
                        "topic %s has %d partitions, expected %d"
                                .formatted(topic.name(), actual, partitions));
            }
            differences.addAll(differences(topic, requireNonNull(configs.get(topic.name()))));
        }
        return differences;
    }

    private static List<String> differences(TopicSpec topic, Config config) {
        List<String> differences = new ArrayList<>();
        topic.settings()
                .forEach(
                        (key, expected) -> {
                            ConfigEntry entry = config.get(key);
                            String value = entry == null ? "unset" : entry.value();
                            if (!fits(key, value, expected)) {
                                differences.add(
                                        "topic %s has %s %s, expected %s"
                                                .formatted(topic.name(), key, value, expected));
                            }
                        });
        return differences;
    }

    /** Text has to be equal; of numbers, more is as good, and -1 is without end. */
    private static boolean fits(String key, String value, String expected) {
        if (key.equals("cleanup.policy") || !value.matches("-?[0-9]{1,18}")) {
            return value.equals(expected);
        }
        long number = Long.parseLong(value);
        return number == -1 || number >= Long.parseLong(expected);
    }

    /** A topic that was just made is unknown for a moment, until its metadata has come round. */
    private Map<String, TopicDescription> describe(Collection<String> topics) {
        long deadline = System.nanoTime() + PROPAGATION.toNanos();
        while (true) {
            try {
                return await("topics " + topics, admin.describeTopics(topics).allTopicNames());
            } catch (KafkaUnavailable e) {
                boolean young = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!young || System.nanoTime() - deadline > 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailable("interrupted while waiting for topics", e);
        }
    }

    private Map<String, Config> configs(List<String> topics) {
        List<ConfigResource> resources =
                topics.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Function<Map.Entry<ConfigResource, Config>, String> name = e -> e.getKey().name();
        return await("settings of topics", admin.describeConfigs(resources).all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(name, Map.Entry::getValue));
    }

    private <T> T await(String what, KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailable("interrupted while asking for " + what, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new KafkaUnavailable(
                    "Kafka at %s failed on %s: %s"
                            .formatted(settings.bootstrapServers(), what, cause.getMessage()),
                    cause);
        }
    }
}
