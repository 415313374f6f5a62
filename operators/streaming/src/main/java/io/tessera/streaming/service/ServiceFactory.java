/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.streaming.pool.WorkerPool;
import java.io.Serializable;

/**
 * Makes what a process needs for reading. It travels to the TaskManagers inside the functions, so
 * it holds settings only, no connection and no secret (a secret is named by file or environment
 * variable); equal factories share one set of services a process. Implement it as a record.
 */
public interface ServiceFactory extends Serializable {
    /** The store of leaves and artefacts, shared by all threads of the process. */
    ObjectStore openStore();

    /** The decode workers of the process, shared by its subtasks. */
    WorkerPool openPool();

    /** The engine of the process, shared by its subtasks. */
    ReadingEngine openEngine();

    /** Where inputs are fetched to, shared by the subtasks. */
    InputSpool openSpool();

    /** A publisher for one committer, which alone uses it. */
    RecordPublisher openPublisher();
}
