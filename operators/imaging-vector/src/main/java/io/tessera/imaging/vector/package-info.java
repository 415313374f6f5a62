/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The loops of resampling on the incubating Vector API, with the bytes of their plain twin. Used
 * where the JVM was started with {@code --add-modules jdk.incubator.vector}.
 */
@NullMarked
package io.tessera.imaging.vector;

import org.jspecify.annotations.NullMarked;
