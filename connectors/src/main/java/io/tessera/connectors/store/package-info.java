/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Object storage: one interface, on S3 or on a directory. */
@NullMarked
package io.tessera.connectors.store;

import org.jspecify.annotations.NullMarked;
