/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.fetch;

import java.nio.file.Path;

/**
 * An input that was fetched.
 *
 * @param file where it lies now
 * @param length in bytes
 * @param sha256 of the bytes, lower-case hex
 */
public record Fetched(Path file, long length, String sha256) {}
