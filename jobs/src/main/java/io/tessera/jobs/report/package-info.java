/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The page that shows people what a run read. */
@NullMarked
package io.tessera.jobs.report;

import org.jspecify.annotations.NullMarked;
