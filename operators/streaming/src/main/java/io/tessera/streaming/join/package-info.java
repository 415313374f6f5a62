/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The units of one input, in order and counted. */
@NullMarked
package io.tessera.streaming.join;

import org.jspecify.annotations.NullMarked;
