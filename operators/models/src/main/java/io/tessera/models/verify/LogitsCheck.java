/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import io.tessera.models.schedule.PromptPart;
import io.tessera.models.torch.DecoderStep;
import io.tessera.models.torch.Rows;
import io.tessera.models.torch.Sequence;
import io.tessera.models.torch.TorchDecoder;
import java.util.ArrayList;
import java.util.List;

/** Reads a prompt and feeds ids, and gives the logits that follow. */
final class LogitsCheck implements AutoCloseable {
    private final TorchDecoder decoder;
    private final Sequence sequence;

    LogitsCheck(TorchDecoder decoder, int positions) {
        this.decoder = decoder;
        this.sequence = decoder.newSequence(positions);
    }

    float[] prompt(List<PromptPart> parts) {
        List<Rows> rows = new ArrayList<>();
        List<Rows> own = new ArrayList<>();
        int length = 0;
        for (PromptPart part : parts) {
            Rows image = part.rows();
            Rows next = image == null ? decoder.embed(part.ids()) : image;
            if (image == null) {
                own.add(next);
            }
            rows.add(next);
            length += part.count();
        }
        try {
            return decoder.forward(List.of(new DecoderStep(sequence, rows, length)))[0];
        } finally {
            own.forEach(Rows::close);
        }
    }

    float[] feed(int id) {
        try (Rows row = decoder.embed(id)) {
            return decoder.forward(List.of(new DecoderStep(sequence, List.of(row), 0)))[0];
        }
    }

    @Override
    public void close() {
        sequence.close();
    }
}
