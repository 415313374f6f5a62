/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** How much a subtask lets in at a time, and in which turns it is dealt. */
@NullMarked
package io.tessera.streaming.intake;

import org.jspecify.annotations.NullMarked;
