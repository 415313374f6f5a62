/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What tests of this module share. */
@NullMarked
package io.tessera.models.testing;

import org.jspecify.annotations.NullMarked;
