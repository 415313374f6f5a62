/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The bytes of inputs as local files: verified, fetched once, bounded on disk. */
@NullMarked
package io.tessera.streaming.spool;

import org.jspecify.annotations.NullMarked;
