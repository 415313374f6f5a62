/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes result lines in the order in which people and scripts are to see them. */
@FunctionalInterface
public interface ResultSink {
    void accept(ObjectNode line);
}
