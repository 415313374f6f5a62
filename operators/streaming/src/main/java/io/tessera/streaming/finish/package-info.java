/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From the leaves of an input to its own record. */
@NullMarked
package io.tessera.streaming.finish;

import org.jspecify.annotations.NullMarked;
