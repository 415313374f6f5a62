/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What the parent and a worker say to each other: frames of length, type, payload and CRC-32C on a
 * Unix domain socket. Whatever breaks a rule ends the worker.
 */
@NullMarked
package io.tessera.worker.protocol;

import org.jspecify.annotations.NullMarked;
