/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The worker processes of a TaskManager: who reads what, within which limits. */
@NullMarked
package io.tessera.streaming.pool;

import org.jspecify.annotations.NullMarked;
