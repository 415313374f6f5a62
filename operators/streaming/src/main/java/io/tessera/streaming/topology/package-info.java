/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The graph of a reading job and how to run one. */
@NullMarked
package io.tessera.streaming.topology;

import org.jspecify.annotations.NullMarked;
