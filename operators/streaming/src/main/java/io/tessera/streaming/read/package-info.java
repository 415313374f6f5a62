/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From a unit to its leaf. */
@NullMarked
package io.tessera.streaming.read;

import org.jspecify.annotations.NullMarked;
