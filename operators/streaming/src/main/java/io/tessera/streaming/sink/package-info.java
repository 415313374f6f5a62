/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The one way out: topics, ledger, the mark of a complete input, replies. */
@NullMarked
package io.tessera.streaming.sink;

import org.jspecify.annotations.NullMarked;
