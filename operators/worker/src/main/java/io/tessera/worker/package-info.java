/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The decode process: opens one input at a time, plans it, reads its units, and knows neither a
 * path nor an address of it.
 */
@NullMarked
package io.tessera.worker;

import org.jspecify.annotations.NullMarked;
