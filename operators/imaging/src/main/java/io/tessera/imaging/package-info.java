/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Pictures as flat RGB bytes. Nothing in this module depends on anything outside the JDK. */
@NullMarked
package io.tessera.imaging;

import org.jspecify.annotations.NullMarked;
