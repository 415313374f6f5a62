/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.identity.Identity;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import org.apache.avro.SchemaNormalization;

/**
 * Tells whether two processes can talk: same protocol, same records, same content version. A worker
 * from another build's class path is refused at its first word.
 */
public final class BuildId {
    /** Of this process. */
    public static final String OURS =
            Digests.sha256(
                            String.join(
                                    "\n",
                                    Integer.toString(Message.PROTOCOL),
                                    Integer.toString(Identity.CONTENT_VERSION),
                                    SchemaNormalization.toParsingForm(UnitSpec.SCHEMA$),
                                    SchemaNormalization.toParsingForm(InputPlan.SCHEMA$),
                                    SchemaNormalization.toParsingForm(UnitReading.SCHEMA$)))
                    .substring(0, 16);

    private BuildId() {}
}
