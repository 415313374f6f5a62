/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import java.util.List;

/** Options that cannot be used: every problem found, not just the first. */
public final class OptionProblems extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public OptionProblems(List<String> problems) {
        super(String.join("; ", problems));
    }
}
