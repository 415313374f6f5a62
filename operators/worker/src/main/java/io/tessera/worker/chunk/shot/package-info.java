/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Where one picture is replaced by another. */
@NullMarked
package io.tessera.worker.chunk.shot;

import org.jspecify.annotations.NullMarked;
