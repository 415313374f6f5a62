/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The command line: what it takes, prints and returns. */
@NullMarked
package io.tessera.jobs.cli;

import org.jspecify.annotations.NullMarked;
