/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What one process shares: object store, decode workers, engine, spool. */
@NullMarked
package io.tessera.streaming.service;

import org.jspecify.annotations.NullMarked;
