/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** When the picture moves, rests, is black or frozen. */
@NullMarked
package io.tessera.worker.chunk.motion;

import org.jspecify.annotations.NullMarked;
