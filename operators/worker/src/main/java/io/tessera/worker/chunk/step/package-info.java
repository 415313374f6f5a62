/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Small pictures at even steps of time, which everything but text is measured on. */
@NullMarked
package io.tessera.worker.chunk.step;

import org.jspecify.annotations.NullMarked;
