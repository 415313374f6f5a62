/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How records become bytes: single-object encoding on topics, deterministic containers in the
 * store.
 */
@NullMarked
package io.tessera.contract.codec;

import org.jspecify.annotations.NullMarked;
