/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The engine that words measured facts: nothing to download, nothing made up. */
@NullMarked
package io.tessera.reading.literal;

import org.jspecify.annotations.NullMarked;
