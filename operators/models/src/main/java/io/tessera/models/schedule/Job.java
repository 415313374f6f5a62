/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.schedule;

import io.tessera.models.checkpoint.LanguageShape;
import io.tessera.models.generate.Decision;
import io.tessera.models.generate.Generator;
import io.tessera.models.generate.Hypothesis;
import io.tessera.models.torch.DecoderStep;
import io.tessera.models.torch.Rows;
import io.tessera.models.torch.Sequence;
import io.tessera.models.torch.TorchDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One accepted request on its way: its sequences, how far its prompt is read, what comes next. */
final class Job implements AutoCloseable {
    final GenerationRequest request;
    final CompletableFuture<Hypothesis> result;
    private final TorchDecoder decoder;
    private final Generator generator;
    private final List<Sequence> sequences = new ArrayList<>();
    private List<Rows> pending = new ArrayList<>();
    private int read;

    Job(GenerationRequest request, CompletableFuture<Hypothesis> result, TorchDecoder decoder) {
        this.request = request;
        this.result = result;
        this.decoder = decoder;
        int[] before = request.penalised().stream().mapToInt(Integer::intValue).toArray();
        this.generator = Generator.of(request.options(), request.stops(), before);
    }

    /** Bytes of keys and values that it may come to need. */
    static long bytes(LanguageShape shape, GenerationRequest request) {
        int longest = request.promptLength() + request.options().maxNewTokens();
        // While beams change places, the old and the new ones exist side by side.
        int copies = request.options().beams() == 1 ? 1 : 2 * request.options().beams();
        return copies * Sequence.bytes(shape, longest);
    }

    boolean reading() {
        return read < request.promptLength();
    }

    int positionsRead() {
        return read;
    }

    /** Takes over the beginning of another request's keys and values. */
    void begin(@Nullable Job donor, int shared) {
        int longest = request.promptLength() + request.options().maxNewTokens();
        if (donor == null) {
            sequences.add(decoder.newSequence(longest));
        } else {
            sequences.add(donor.sequences.get(0).fork(shared, longest - shared));
            read = shared;
        }
    }

    /** Steps of the next pass: a chunk of the prompt, or one row for each live sequence. */
    List<DecoderStep> steps(int chunk) {
        if (!reading()) {
            List<DecoderStep> steps = new ArrayList<>();
            for (int i = 0; i < sequences.size(); i++) {
                steps.add(new DecoderStep(sequences.get(i), List.of(pending.get(i)), 0));
            }
            return steps;
        }
        int count = Math.min(chunk, request.promptLength() - read);
        pending = PromptRows.of(decoder, request.parts(), read, count);
        return List.of(new DecoderStep(sequences.get(0), pending, request.promptLength()));
    }

    /** Whether the pass that {@link #steps} described ends in a choice. */
    boolean choosesAfter(int chunk) {
        return request.promptLength() - read <= chunk;
    }

    /** Takes the logits of its steps; returns whether the job is done. */
    boolean advance(float[][] logits, int chunk) {
        boolean chooses = choosesAfter(chunk);
        read = Math.min(request.promptLength(), read + chunk);
        pending.forEach(Rows::close);
        pending = new ArrayList<>();
        if (!chooses) {
            return false;
        }
        Decision decision = generator.decide(logits);
        if (decision.result() != null) {
            result.complete(decision.result());
            return true;
        }
        if (generator.width() == 1) {
            request.listener().accept(decision.next().get(0).id());
        } else {
            follow(decision.next());
        }
        decision.next().forEach(next -> pending.add(decoder.embed(next.id())));
        return false;
    }

    /** Gives each live beam the keys and values of the beam that it continues. */
    private void follow(List<Decision.Continuation> next) {
        List<Sequence> following = new ArrayList<>();
        boolean[] moved = new boolean[sequences.size()];
        for (Decision.Continuation continuation : next) {
            Sequence from = sequences.get(continuation.from());
            if (moved[continuation.from()]) {
                int left = request.options().maxNewTokens();
                following.add(from.fork(from.length(), left));
            } else {
                moved[continuation.from()] = true;
                following.add(from);
            }
        }
        for (int i = 0; i < moved.length; i++) {
            if (!moved[i]) {
                sequences.get(i).close();
            }
        }
        sequences.clear();
        sequences.addAll(following);
    }

    @Override
    public void close() {
        pending.forEach(Rows::close);
        pending = new ArrayList<>();
        sequences.forEach(Sequence::close);
        sequences.clear();
    }
}
