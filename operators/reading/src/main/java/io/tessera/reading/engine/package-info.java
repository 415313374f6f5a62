/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The engine interface: facts, images and a prompt in, text out. */
@NullMarked
package io.tessera.reading.engine;

import org.jspecify.annotations.NullMarked;
