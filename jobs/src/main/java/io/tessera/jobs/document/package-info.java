/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The job that reads documents. */
@NullMarked
package io.tessera.jobs.document;

import org.jspecify.annotations.NullMarked;
