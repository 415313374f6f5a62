/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a text must pass before it is a result: pure functions over text. */
@NullMarked
package io.tessera.reading.gate;

import org.jspecify.annotations.NullMarked;
