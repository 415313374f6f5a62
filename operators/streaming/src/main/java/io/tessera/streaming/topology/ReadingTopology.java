/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import io.tessera.connectors.kafka.IncomingRecord;
import io.tessera.connectors.kafka.Topics;
import io.tessera.streaming.finish.FinishFunction;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.join.JoinFunction;
import io.tessera.streaming.plan.PlanFunction;
import io.tessera.streaming.read.ReadFunction;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.sink.Publication;
import io.tessera.streaming.sink.PublishingSink;
import io.tessera.v1.Kind;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph of a reading job, the same for video and documents:
 *
 * <pre>
 *   [source - plan - read]  = by input =>  [join - finish - writer - committer]
 * </pre>
 *
 * Each bracket is one chained task. References wait in the state of plan and read and never in the
 * channel between the brackets, which carries small facts about units that are done; so a barrier
 * passes at once, however long the backlog is, and results come as inputs complete.
 */
public final class ReadingTopology {
    // Bounds that are never reached: the intake lets in far less. They are this large because a
    // full queue blocks the task's thread, and with it the barrier.
    private static final int PLAN_CAPACITY = 4_096;
    private static final int READ_CAPACITY = 65_536;
    private static final int FINISH_CAPACITY = 65_536;

    private ReadingTopology() {}

    /** The topic that a job of this kind takes its requests from. */
    public static String requests(Kind kind) {
        return kind == Kind.VIDEO ? Topics.VIDEO_REQUESTS : Topics.DOCUMENT_REQUESTS;
    }

    /**
     * Adds the job to {@code env}, whose configuration comes from {@link JobConfiguration}.
     * Operators have stable ids, so that a checkpoint of one build restores in the next.
     *
     * @param source requests of the job's kind
     */
    public static void build(
            StreamExecutionEnvironment env,
            Source<IncomingRecord, ?, ?> source,
            ReadingSettings settings) {
        // Names this graph within the process; it is in no state.
        String topology = UUID.randomUUID().toString();
        String job = settings.kind().name().toLowerCase(Locale.ROOT);
        DataStream<IncomingRecord> requests =
                env.fromSource(
                                new PausingSource<>(source, topology),
                                WatermarkStrategy.noWatermarks(),
                                job + " requests",
                                org.apache.flink.api.common.typeinfo.Types.POJO(
                                        IncomingRecord.class))
                        .uid(job + "-source")
                        .setParallelism(settings.parallelism());
        SingleOutputStreamOperator<Step> planned =
                AsyncDataStream.unorderedWait(
                                requests,
                                new PlanFunction(settings, topology),
                                0,
                                TimeUnit.MILLISECONDS,
                                PLAN_CAPACITY)
                        .returns(Step.class)
                        .name("plan")
                        .uid(job + "-plan")
                        .setParallelism(settings.parallelism());
        SingleOutputStreamOperator<Step> read =
                AsyncDataStream.unorderedWait(
                                planned,
                                new ReadFunction(settings, topology),
                                0,
                                TimeUnit.MILLISECONDS,
                                READ_CAPACITY)
                        .returns(Step.class)
                        .name("read")
                        .uid(job + "-read")
                        .setParallelism(settings.parallelism());
        SingleOutputStreamOperator<Step> joined =
                read.keyBy(Step::key)
                        .process(new JoinFunction())
                        .returns(Step.class)
                        .name("join")
                        .uid(job + "-join")
                        .setParallelism(settings.parallelism());
        SingleOutputStreamOperator<Publication> finished =
                AsyncDataStream.orderedWait(
                                joined,
                                new FinishFunction(settings),
                                0,
                                TimeUnit.MILLISECONDS,
                                FINISH_CAPACITY)
                        .returns(Publication.class)
                        .name("finish")
                        .uid(job + "-finish")
                        .setParallelism(settings.parallelism());
        finished.sinkTo(new PublishingSink(settings))
                .name("publish")
                .uid(job + "-publish")
                .setParallelism(settings.parallelism());
    }
}
