/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import io.tessera.streaming.intake.Intake;
import io.tessera.streaming.intake.Intakes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Any source, paused while its subtask holds enough requests. A full queue further down would block
 * the task's thread and every barrier with it; a source that has nothing to give does not.
 *
 * @param <T> records
 * @param <S> splits
 * @param <E> state of the enumerator
 */
final class PausingSource<T, S extends SourceSplit, E> implements Source<T, S, E> {
    private static final long serialVersionUID = 1L;

    private final Source<T, S, E> source;
    private final String topology;

    PausingSource(Source<T, S, E> source, String topology) {
        this.source = source;
        this.topology = topology;
    }

    @Override
    public Boundedness getBoundedness() {
        return source.getBoundedness();
    }

    @Override
    public SplitEnumerator<S, E> createEnumerator(SplitEnumeratorContext<S> context)
            throws Exception {
        return source.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<S, E> restoreEnumerator(SplitEnumeratorContext<S> context, E state)
            throws Exception {
        return source.restoreEnumerator(context, state);
    }

    @Override
    public SimpleVersionedSerializer<S> getSplitSerializer() {
        return source.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() {
        return source.getEnumeratorCheckpointSerializer();
    }

    @Override
    public SourceReader<T, S> createReader(SourceReaderContext context) throws Exception {
        return new Reader<>(source.createReader(context), topology, context.getIndexOfSubtask());
    }

    // The source that is wrapped decides what its close throws.
    @SuppressWarnings("try")
    private static final class Reader<T, S extends SourceSplit> implements SourceReader<T, S> {
        private final SourceReader<T, S> reader;
        private final String topology;
        private final int subtask;
        private @Nullable Intake intake;

        Reader(SourceReader<T, S> reader, String topology, int subtask) {
            this.reader = reader;
            this.topology = topology;
            this.subtask = subtask;
        }

        @Override
        public void start() {
            // The chain behind the source is open by now.
            Optional<Intake> opened = Intakes.find(topology, subtask);
            intake =
                    opened.orElseThrow(
                            () -> new IllegalStateException("read is not chained to its source"));
            reader.start();
        }

        private CompletableFuture<Void> room() {
            return intake == null ? CompletableFuture.completedFuture(null) : intake.room();
        }

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
            return room().isDone() ? reader.pollNext(output) : InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            CompletableFuture<Void> room = room();
            return room.isDone() ? reader.isAvailable() : room;
        }

        @Override
        public List<S> snapshotState(long checkpointId) {
            return reader.snapshotState(checkpointId);
        }

        @Override
        public void addSplits(List<S> splits) {
            reader.addSplits(splits);
        }

        @Override
        public void notifyNoMoreSplits() {
            reader.notifyNoMoreSplits();
        }

        @Override
        public void handleSourceEvents(SourceEvent event) {
            reader.handleSourceEvents(event);
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) throws Exception {
            reader.notifyCheckpointComplete(checkpointId);
        }

        @Override
        public void notifyCheckpointAborted(long checkpointId) throws Exception {
            reader.notifyCheckpointAborted(checkpointId);
        }

        @Override
        public void pauseOrResumeSplits(
                Collection<String> splitsToPause, Collection<String> splitsToResume) {
            reader.pauseOrResumeSplits(splitsToPause, splitsToResume);
        }

        @Override
        public void close() throws Exception {
            reader.close();
        }
    }
}
