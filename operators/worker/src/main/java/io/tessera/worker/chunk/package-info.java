/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reads a chunk of a video: one walk over its frames gives its facts and its contact sheet. */
@NullMarked
package io.tessera.worker.chunk;

import org.jspecify.annotations.NullMarked;
