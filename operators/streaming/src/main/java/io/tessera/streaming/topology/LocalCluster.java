/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Flink cluster inside this process for jobs on one machine. Thread-safe. */
public final class LocalCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
    private static final long POLL_MILLIS = 20;
    private static final long STOP_SECONDS = 30;

    private final MiniCluster cluster;

    private LocalCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts a cluster that listens on no fixed port.
     *
     * @param slots subtasks of each step of all jobs together
     */
    public static LocalCluster start(Configuration configuration, int slots) throws Exception {
        MiniClusterConfiguration settings =
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(configuration)
                        .setNumTaskManagers(1)
                        .setNumSlotsPerTaskManager(slots)
                        .setRpcServiceSharing(RpcServiceSharing.SHARED)
                        .withRandomPorts()
                        .build();
        MiniCluster cluster = new MiniCluster(settings);
        try {
            cluster.start();
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
        return new LocalCluster(cluster);
    }

    /** Submits the job that was built into {@code env} and returns at once. */
    public JobID submit(StreamExecutionEnvironment env) {
        return cluster.submitJob(env.getStreamGraph().getJobGraph()).join().getJobID();
    }

    /**
     * Waits until every subtask runs: before that no checkpoint can be taken, whatever the job's
     * own status says.
     *
     * @throws IllegalStateException if the job ends instead
     * @throws TimeoutException if it takes longer than {@code patience}
     */
    public void awaitReady(JobID job, Duration patience)
            throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready(job)) {
            if (System.nanoTime() >= deadline) {
                throw new TimeoutException(
                        "job %s was not ready within %d s; see the log"
                                .formatted(job, patience.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Whether every subtask of the job runs now. */
    public boolean ready(JobID job) {
        AccessExecutionGraph graph = cluster.getExecutionGraph(job).join();
        if (graph.getState().isGloballyTerminalState()) {
            throw new IllegalStateException(
                    "job %s ended %s: %s".formatted(job, graph.getState(), graph.getFailureInfo()));
        }
        int running = 0;
        int all = 0;
        for (AccessExecutionVertex vertex : graph.getAllExecutionVertices()) {
            all++;
            running += vertex.getExecutionState() == ExecutionState.RUNNING ? 1 : 0;
        }
        return all > 0 && running == all;
    }

    /** How long the slowest checkpoint of the job took so far, which is what results wait for. */
    public Duration longestCheckpoint(JobID job) {
        CheckpointStatsSnapshot stats =
                cluster.getExecutionGraph(job).join().getCheckpointStatsSnapshot();
        return stats == null
                ? Duration.ZERO
                : Duration.ofMillis(
                        stats.getSummaryStats().getEndToEndDurationStats().getMaximum());
    }

    /** State of the job. */
    public JobStatus status(JobID job) {
        return cluster.getJobStatus(job).join();
    }

    /**
     * Takes a checkpoint now, without waiting for the next one, so that what is done is published.
     *
     * @throws IllegalStateException if it failed, e.g. because a task is being restarted
     */
    public void checkpoint(JobID job) throws InterruptedException {
        try {
            cluster.triggerCheckpoint(job, CheckpointType.CONFIGURED).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no checkpoint could be taken of " + job, e.getCause());
        }
    }

    /**
     * Ends the job. What is not in a checkpoint is read again by whoever asks again; call {@link
     * #checkpoint} before for what is done to be published.
     */
    public void cancel(JobID job) throws InterruptedException, TimeoutException {
        if (status(job).isGloballyTerminalState()) {
            return;
        }
        cluster.cancelJob(job).join();
        try {
            cluster.requestJobResult(job).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.warn("job {} ended with an error", job, e.getCause());
        }
    }

    /** Ends all jobs and the cluster. */
    @Override
    public void close() {
        try {
            cluster.closeAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            LOG.warn("the cluster did not stop in order", e);
        }
    }
}
