/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.spool;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.InputState;
import io.tessera.v1.MediaReference;

/** What a reference says of its bytes, held against what they are. */
record Claim(MediaReference media, long maxBytes) {
    /** Before anything is read. */
    void checkLength(long length) throws InputFailure {
        Long claimed = media.getLength();
        if (claimed != null && claimed != length) {
            throw new InputFailure(
                    InputState.CLAIM_MISMATCH,
                    Code.LENGTH_MISMATCH,
                    "%d bytes, claimed were %d; send the request again with what is there"
                            .formatted(length, claimed));
        } else if (length == 0) {
            throw new InputFailure(
                    InputState.EMPTY, Code.NO_BYTES, "0 bytes; send what is to be read");
        } else if (length > maxBytes) {
            throw new InputFailure(
                    InputState.REFUSED_LIMIT,
                    Code.LIMIT_BYTES,
                    "%d bytes, at most %d are read; raise limit.input-bytes"
                            .formatted(length, maxBytes));
        }
    }

    void checkDigest(String sha256) throws InputFailure {
        String claimed = media.getSha256();
        if (claimed != null && !claimed.equals(sha256)) {
            throw new InputFailure(
                    InputState.CLAIM_MISMATCH,
                    Code.DIGEST_MISMATCH,
                    "SHA-256 is %s, claimed was %s; send the request again with what is there"
                            .formatted(sha256, claimed));
        }
    }

    InputFailure missing(String what) {
        return new InputFailure(
                InputState.MISSING,
                Code.NOT_FOUND,
                "%s: %s; put it back or send another reference".formatted(what, media.getUri()));
    }
}
