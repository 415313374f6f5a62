/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Records in and out of Kafka. */
@NullMarked
package io.tessera.connectors.kafka;

import org.jspecify.annotations.NullMarked;
