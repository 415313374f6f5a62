/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.contract.identity.Identity;
import io.tessera.jobs.results.ChunkLine;
import io.tessera.jobs.results.Circumstance;
import io.tessera.jobs.results.InputLine;
import io.tessera.jobs.results.PageLine;
import io.tessera.jobs.results.ResultSink;
import io.tessera.v1.Artefact;
import io.tessera.v1.Caption;
import io.tessera.v1.Document;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.Page;
import io.tessera.v1.Reply;
import io.tessera.v1.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One request of a run, from being sent to its line. Units are shown in their order, each as soon
 * as it and all before it are in the ledger. Used by one thread.
 */
final class FollowedInput {
    private final String requestId;
    private final NamedInput input;
    private final Kind kind;
    private final String tenant;
    private final String whole;
    private final StoredLeaves leaves;
    private final ArtefactCopies copies;
    private final Instant sentAt;

    private @Nullable Committed committed;
    private @Nullable Reply reply;
    private @Nullable Instant repliedAt;
    private String prefix = "";
    private int shown;

    /**
     * A request that is being sent.
     *
     * @param whole unit that stands for what was asked of the input as a whole
     */
    FollowedInput(
            String requestId,
            NamedInput input,
            Kind kind,
            String tenant,
            String whole,
            StoredLeaves leaves,
            ArtefactCopies copies,
            Instant sentAt) {
        this.requestId = requestId;
        this.input = input;
        this.kind = kind;
        this.tenant = tenant;
        this.whole = whole;
        this.leaves = leaves;
        this.copies = copies;
        this.sentAt = sentAt;
    }

    String requestId() {
        return requestId;
    }

    String whole() {
        return whole;
    }

    Optional<Committed> committed() {
        return Optional.ofNullable(committed);
    }

    void attach(Committed found, String pipelineId, String inputId) {
        committed = found;
        prefix = tenant + "/" + pipelineId + "/" + inputId + "/";
    }

    void reply(Reply received, Instant at) {
        reply = received;
        repliedAt = at;
    }

    boolean replied() {
        return reply != null;
    }

    /** Hands the reply on, where it came. */
    void repliedWith(BiConsumer<NamedInput, Reply> receiver) {
        if (reply != null) {
            receiver.accept(input, reply);
        }
    }

    InputState state() {
        return reply == null ? InputState.UNKNOWN : reply.getState();
    }

    boolean asPlanned() {
        return input.planned() == null || input.planned().equals(state().name());
    }

    /** Makes the lines that can be made; true once the input's own is among them. */
    boolean advance(ResultSink results) {
        Reply received = reply;
        if (received != null && received.getResumed()) {
            return finishResumed(received, results);
        }
        Committed ledger = committed;
        if (ledger == null) {
            return false;
        }
        List<String> units = ledger.units();
        while (shown < units.size() && ledger.has(units.get(shown))) {
            Optional<String> leaf = ledger.leaf(units.get(shown));
            leaf.ifPresent(key -> showUnit(key, results));
            shown++;
        }
        if (received == null || !ledger.complete(whole)) {
            return false;
        }
        double seconds = seconds(ledger.startedAt().orElse(sentAt));
        finish(
                new Circumstance(
                        input.shown(), received, ledger.attempts(), seconds, input.planned()),
                results);
        return true;
    }

    private double seconds(Instant from) {
        return repliedAt == null ? 0 : Duration.between(from, repliedAt).toMillis() / 1000.0;
    }

    /** Everything of an input that was read before comes from the store. */
    private boolean finishResumed(Reply received, ResultSink results) {
        String key = Identity.leafKey(prefix + whole);
        List<String> units =
                kind == Kind.VIDEO
                        ? leaves.find(key, Video.class).map(Video::getUnits).orElse(List.of())
                        : leaves.find(key, Document.class)
                                .map(Document::getUnits)
                                .orElse(List.of());
        for (String unit : units.subList(Math.min(shown, units.size()), units.size())) {
            showUnit(Identity.leafKey(prefix + unit), results);
        }
        finish(new Circumstance(input.shown(), received, 0, 0, input.planned()), results);
        return true;
    }

    private void showUnit(String key, ResultSink results) {
        if (kind == Kind.VIDEO) {
            leaves.find(key, Caption.class)
                    .ifPresent(
                            caption -> {
                                results.accept(marked(ChunkLine.of(input.shown(), caption)));
                                Artefact composite = caption.getComposite();
                                if (composite != null) {
                                    copies.copy(
                                            input,
                                            composite,
                                            "composite-%03d".formatted(caption.getIndex()));
                                }
                            });
        } else {
            leaves.find(key, Page.class)
                    .ifPresent(page -> results.accept(marked(PageLine.of(input.shown(), page))));
        }
    }

    private ObjectNode marked(ObjectNode line) {
        boolean resumed = reply != null && reply.getResumed();
        return resumed ? line.put("resumed", true) : line;
    }

    private void finish(Circumstance at, ResultSink results) {
        String key = Identity.leafKey(prefix + whole);
        if (kind == Kind.VIDEO) {
            Video video = leaves.find(key, Video.class).orElseThrow(() -> lost(key));
            video.getArtefacts()
                    .forEach(artefact -> copies.copy(input, artefact, artefact.getName()));
            results.accept(InputLine.of(at, video));
        } else {
            Document document = leaves.find(key, Document.class).orElseThrow(() -> lost(key));
            document.getArtefacts()
                    .forEach(artefact -> copies.copy(input, artefact, artefact.getName()));
            results.accept(InputLine.of(at, document));
        }
    }

    private static IllegalStateException lost(String key) {
        return new IllegalStateException(
                "the store has no record %s although the reply came".formatted(key));
    }
}
