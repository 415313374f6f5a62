/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The small records that travel between the steps of a reading job: references, never media. */
@NullMarked
package io.tessera.streaming.flow;

import org.jspecify.annotations.NullMarked;
