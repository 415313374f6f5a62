/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Where the bytes of inputs are fetched to, verified. */
@NullMarked
package io.tessera.jobs.spool;

import org.jspecify.annotations.NullMarked;
