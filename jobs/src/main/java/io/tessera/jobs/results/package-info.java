/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Result lines: made of records that were read back, never of anything handed over. */
@NullMarked
package io.tessera.jobs.results;

import org.jspecify.annotations.NullMarked;
