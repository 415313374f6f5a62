/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.service.SharedServices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The one way out of a reading job and the only place that publishes. Its writer holds what is due
 * until the next checkpoint; its committer publishes what a completed checkpoint holds.
 */
public final class PublishingSink implements Sink<Publication>, SupportsCommitter<Publication> {
    private static final long serialVersionUID = 1L;

    private final ReadingSettings settings;

    public PublishingSink(ReadingSettings settings) {
        this.settings = settings;
    }

    @Override
    public CommittingSinkWriter<Publication, Publication> createWriter(WriterInitContext context) {
        return new Writer();
    }

    @Override
    public Committer<Publication> createCommitter(CommitterInitContext context) {
        if (!settings.publishing()) {
            return new Silent();
        }
        SharedServices.Handle handle = SharedServices.acquire(settings.services());
        try {
            ObjectStore store = handle.services().store();
            RecordPublisher publisher = settings.services().openPublisher();
            return new PublishingCommitter(
                    new RecordMaker(settings.kind(), store, settings.version()),
                    new CompletionMarks(store, handle.services().claims()),
                    publisher,
                    settings.commitPatience(),
                    new CommitCounters(context.metricGroup()),
                    handle::close);
        } catch (RuntimeException | Error e) {
            handle.close();
            throw e;
        }
    }

    @Override
    public SimpleVersionedSerializer<Publication> getCommittableSerializer() {
        return new PublicationSerializer();
    }

    private static final class Writer implements CommittingSinkWriter<Publication, Publication> {
        private List<Publication> due = new ArrayList<>();

        @Override
        public void write(Publication publication, Context context) {
            due.add(publication);
        }

        @Override
        public void flush(boolean endOfInput) {
            // Nothing is out before the commit.
        }

        @Override
        public Collection<Publication> prepareCommit() {
            List<Publication> handedOver = due;
            due = new ArrayList<>();
            return handedOver;
        }

        @Override
        public void close() {
            // What is due was not in a checkpoint yet, so its inputs are read again.
        }
    }

    /** A committer that says nothing: proof that nothing else does. */
    private static final class Silent implements Committer<Publication> {
        @Override
        public void commit(Collection<CommitRequest<Publication>> requests) {
            // Committed, as far as Flink knows.
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
