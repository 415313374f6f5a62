/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Prints result lines to standard output. */
interface ResultPrinter {
    void print(ObjectNode line);
}
