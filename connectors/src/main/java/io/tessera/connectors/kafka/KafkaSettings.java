/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How clients reach the brokers. It prints names of properties only: their values may be secrets.
 * It travels into jobs; who does not want secrets to travel writes {@code ${...}} of Kafka's config
 * providers, which each process resolves.
 *
 * @param bootstrapServers {@code host:port,...}
 * @param properties further properties of every client: SASL, TLS, compression and the like
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> properties)
        implements Serializable {
    /** What correctness rests on, and so is not to be set from outside. */
    private static final Set<String> OURS =
            Set.of(
                    "acks",
                    "auto.offset.reset",
                    "bootstrap.servers",
                    "enable.auto.commit",
                    "enable.idempotence",
                    "group.id",
                    "isolation.level",
                    "key.deserializer",
                    "key.serializer",
                    "max.in.flight.requests.per.connection",
                    "retries",
                    "transactional.id",
                    "value.deserializer",
                    "value.serializer");

    public KafkaSettings {
        requireNonNull(bootstrapServers, "bootstrapServers is null");
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("no brokers; expected HOST:PORT,...");
        }
        properties = new TreeMap<>(properties);
        Set<String> refused = new TreeSet<>(properties.keySet());
        refused.retainAll(OURS);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "client properties that are not to be set: " + String.join(", ", refused));
        }
    }

    /** Brokers that ask for nothing. */
    public static KafkaSettings of(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, Map.of());
    }

    /**
     * Brokers with client properties from a file of {@code key=value} lines.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it sets what is not to be set
     */
    public static KafkaSettings read(String bootstrapServers, Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("client properties cannot be read from " + file, e);
        }
        Map<String, String> properties = new HashMap<>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return new KafkaSettings(bootstrapServers, properties);
    }

    /** The properties of one client; {@code own} wins. */
    Map<String, Object> client(Map<String, String> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(own);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }

    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + ", " + properties.keySet() + "]";
    }
}
