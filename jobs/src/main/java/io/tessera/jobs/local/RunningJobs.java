/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.kafka.RequestSender;
import io.tessera.connectors.kafka.TopicAdmin;
import io.tessera.connectors.kafka.TopicOffsets;
import io.tessera.contract.option.Options;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.topology.JobConfiguration;
import io.tessera.streaming.topology.LocalCluster;
import io.tessera.streaming.topology.ReadingTopology;
import io.tessera.v1.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of a run in a Flink cluster inside this process. */
final class RunningJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJobs.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration READY = Duration.ofMinutes(2);

    private final LocalCluster cluster;
    private final RunGate gate;
    private final List<JobID> jobs = new ArrayList<>();

    private RunningJobs(LocalCluster cluster, RunGate gate) {
        this.cluster = cluster;
        this.gate = gate;
    }

    /** Starts the jobs at the ends of their request topics, and returns once they take requests. */
    static RunningJobs start(RunRequest request, LocalServices services, String version) {
        // Of this run alone: a one-shot run starts afresh, whatever an earlier one left here.
        Path checkpoints = request.out().resolve("state").resolve("run-checkpoints");
        removeLeftovers(checkpoints);
        Configuration configuration =
                JobConfiguration.stored(
                        JobConfiguration.of(INTERVAL, CHECKPOINT_TIMEOUT),
                        checkpoints.toUri().toString());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        String run = UUID.randomUUID().toString();
        RunGate gate = RunGate.open(run);
        RunningJobs running = null;
        try {
            LocalCluster cluster =
                    LocalCluster.start(
                            configuration, request.parallelism() * request.jobs().size());
            running = new RunningJobs(cluster, gate);
            for (JobRequest job : request.jobs()) {
                running.submit(configuration, request, job, run, services, version);
            }
            for (JobID job : running.jobs) {
                cluster.awaitReady(job, READY);
            }
            return running;
        } catch (Exception e) {
            if (running == null) {
                gate.close();
            } else {
                running.close();
            }
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw CommandFailure.incomplete(
                    "the jobs did not start",
                    String.valueOf(e.getMessage()),
                    "see " + request.out() + "/logs",
                    e);
        }
    }

    private static void removeLeftovers(Path folder) {
        try {
            if (Files.exists(folder)) {
                FolderTree.remove(folder);
            }
        } catch (IOException e) {
            // In nobody's way: each job writes under an id of its own.
            LOG.warn("checkpoints of an earlier run stay in {}", folder, e);
        }
    }

    private void submit(
            Configuration configuration,
            RunRequest request,
            JobRequest job,
            String run,
            LocalServices services,
            String version) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        LocalFactory factory =
                new LocalFactory(
                        run,
                        services.kafka(),
                        services.location(),
                        poolOptions(job.options()),
                        request.parallelism());
        ReadingSettings defaults =
                ReadingSettings.defaults(job.kind(), factory, request.parallelism());
        ReadingSettings settings =
                new ReadingSettings(
                        job.kind(),
                        job.options(),
                        factory,
                        request.parallelism(),
                        defaults.unitsAtOnce(),
                        defaults.engineDeadline(),
                        CHECKPOINT_TIMEOUT.dividedBy(2),
                        job.passwordFile() == null ? null : job.passwordFile().toString(),
                        request.publishing(),
                        version);
        ReadingTopology.build(
                env,
                RequestsFromEnd.of(services.kafka(), group(job.kind()), ends(services, job)),
                settings);
        jobs.add(cluster.submit(env));
    }

    /** Options of the worker processes alone: jobs that agree in them share their workers. */
    private static Options poolOptions(Options options) {
        return options;
    }

    private static TopicOffsets ends(LocalServices services, JobRequest job) {
        try (TopicAdmin admin = new TopicAdmin(services.kafka())) {
            return admin.end(List.of(RequestSender.topic(job.kind())));
        }
    }

    private static String group(Kind kind) {
        return "tessera-" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    RunGate gate() {
        return gate;
    }

    /** Publishes what is done now, as far as the jobs let themselves be asked. */
    void checkpoint() throws InterruptedException {
        for (JobID job : jobs) {
            try {
                cluster.checkpoint(job);
            } catch (IllegalStateException e) {
                LOG.warn("no checkpoint now: {}", e.getMessage());
            }
        }
    }

    /** A line about a job that is not running; empty where all run. */
    java.util.Optional<String> trouble() {
        return jobs.stream()
                .filter(job -> cluster.status(job) != org.apache.flink.api.common.JobStatus.RUNNING)
                .findFirst()
                .map(job -> "a job is " + cluster.status(job));
    }

    @Override
    public void close() {
        try {
            for (JobID job : jobs) {
                cluster.cancel(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | RuntimeException e) {
            LOG.warn("a job did not end in order", e);
        } finally {
            cluster.close();
            gate.close();
        }
    }
}
