/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Named points at which a test halts the process. */
@NullMarked
package io.tessera.streaming.crash;

import org.jspecify.annotations.NullMarked;
