/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From logits to ids: greedy, sampling, beams. */
@NullMarked
package io.tessera.models.generate;

import org.jspecify.annotations.NullMarked;
