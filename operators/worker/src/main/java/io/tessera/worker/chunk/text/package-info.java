/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Text and codes in the picture. */
@NullMarked
package io.tessera.worker.chunk.text;

import org.jspecify.annotations.NullMarked;
