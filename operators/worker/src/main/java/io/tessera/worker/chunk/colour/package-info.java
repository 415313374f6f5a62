/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Which colours fill the picture, and what people call them. */
@NullMarked
package io.tessera.worker.chunk.colour;

import org.jspecify.annotations.NullMarked;
