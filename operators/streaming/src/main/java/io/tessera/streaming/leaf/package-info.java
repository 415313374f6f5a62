/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Leaves and artefacts in the store: what results are kept as. */
@NullMarked
package io.tessera.streaming.leaf;

import org.jspecify.annotations.NullMarked;
