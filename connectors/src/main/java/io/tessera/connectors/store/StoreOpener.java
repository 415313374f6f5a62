/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import java.io.Serializable;

/**
 * Where a store is, in a form that travels into a job; each process opens its own. It holds no
 * secret.
 */
public interface StoreOpener extends Serializable {
    /**
     * Opens the store, to be closed by the caller.
     *
     * @throws StoreUnavailable if it is certain already that it cannot be used
     */
    ObjectStore open();
}
