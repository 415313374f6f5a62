/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Why something could not be done: error codes, which are part of the interface. */
@NullMarked
package io.tessera.contract.failure;

import org.jspecify.annotations.NullMarked;
