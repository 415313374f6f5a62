/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.intake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the chained steps of one subtask (source, plan, read) find their {@link Intake}: they are
 * serialized apart, so a job and a subtask index name it. Flink opens a chain from its end, so
 * {@code read} puts it there before {@code plan} and the source look; a restarted attempt puts a
 * new one.
 */
public final class Intakes {
    private static final Map<String, Intake> OPEN = new ConcurrentHashMap<>();

    private Intakes() {}

    public static void open(String topology, int subtask, Intake intake) {
        OPEN.put(name(topology, subtask), intake);
    }

    /** The intake of a subtask, or empty before its chain is open. */
    public static Optional<Intake> find(String topology, int subtask) {
        return Optional.ofNullable(OPEN.get(name(topology, subtask)));
    }

    /** Forgets {@code intake}, unless a newer attempt has put another. */
    public static void close(String topology, int subtask, Intake intake) {
        OPEN.remove(name(topology, subtask), intake);
    }

    private static String name(String topology, int subtask) {
        return topology + "#" + subtask;
    }
}
