/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.util.List;

/** Topics are there but are not what they have to be: every difference found. */
public final class TopicsUnfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicsUnfit(List<String> differences) {
        super(String.join("; ", differences) + "; alter or delete these topics");
    }
}
