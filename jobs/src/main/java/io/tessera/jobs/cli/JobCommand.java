/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.CredentialsSource;
import io.tessera.connectors.store.s3.S3Location;
import io.tessera.contract.option.Option.Scope;
import io.tessera.contract.option.Options;
import io.tessera.jobs.cluster.ClusterJob;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import io.tessera.v1.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments of a job on a cluster: the options of reading and where services are. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A reading job for a Flink cluster: flink run -c CLASS tessera-jobs.jar ...")
public final class JobCommand implements Callable<Integer> {
    private final Kind kind;
    private @Nullable ReadingOptions reading;

    @Option(
            names = "--kafka",
            required = true,
            paramLabel = "HOST:PORT,...",
            order = 1,
            description = "Brokers.")
    String kafka = "";

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            order = 2,
            description = "Client properties, e.g. SASL and TLS.")
    @Nullable Path kafkaConfig;

    @Option(
            names = "--store",
            required = true,
            paramLabel = "s3://BUCKET[/PREFIX]",
            order = 3,
            description = "Where inputs come from and results go.")
    String store = "";

    @Option(
            names = "--store-endpoint",
            required = true,
            paramLabel = "URL",
            order = 4,
            description =
                    "Endpoint of the store. Its keys come from TESSERA_STORE_ACCESS_KEY and"
                            + " TESSERA_STORE_SECRET_KEY, or from --store-credentials.")
    String endpoint = "";

    @Option(
            names = "--store-credentials",
            paramLabel = "FILE",
            order = 5,
            description = "File with the key pair, in the form that S3 tools read.")
    @Nullable Path credentials;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "2",
            order = 6,
            description = "Subtasks of each step. Default: 2.")
    int parallel = 2;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "12",
            order = 7,
            description = "Partitions of topics that are not there yet. Default: 12.")
    int partitions = 12;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "SECONDS",
            defaultValue = "10",
            order = 8,
            description = "How often results come out. Default: 10.")
    int interval = 10;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            order = 9,
            description = "File whose first line opens locked documents.")
    @Nullable Path passwordFile;

    private JobCommand(Kind kind) {
        this.kind = kind;
    }

    /** Runs a job from its arguments; ends the process only where they are wrong. */
    public static void main(Kind kind, String[] arguments) {
        int code = run(kind, arguments);
        if (code != ExitCode.OK) {
            System.exit(code);
        }
    }

    static int run(Kind kind, String... arguments) {
        JobCommand job = new JobCommand(kind);
        CommandLine line = new CommandLine(job);
        job.reading =
                ReadingOptions.addTo(
                        line.getCommandSpec(),
                        EnumSet.of(kind == Kind.VIDEO ? Scope.VIDEO : Scope.DOCUMENT));
        PrintStream err = System.err;
        Terminal terminal =
                new Terminal(
                        System.out, err, new BufferedReader(Reader.nullReader()), false, false);
        line.setParameterExceptionHandler((e, args) -> UsageErrors.report(e, terminal));
        line.setExecutionExceptionHandler(
                (e, command, parsed) -> {
                    if (e instanceof CommandFailure failure) {
                        terminal.note(failure.line());
                        return failure.exitCode();
                    }
                    // The cluster's client shows it as it shows all failures of jobs.
                    throw e;
                });
        return line.execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        Options options = reading == null ? Options.DEFAULTS : reading.options();
        new ClusterJob(
                        kind,
                        options,
                        kafkaSettings(),
                        Math.max(partitions, Topics.PARTITIONS),
                        location(),
                        parallel,
                        Duration.ofSeconds(interval),
                        passwordFile == null ? null : passwordFile.toString())
                .execute(Version.text());
        return ExitCode.OK;
    }

    private KafkaSettings kafkaSettings() {
        TreeMap<String, String> properties = new TreeMap<>();
        Path file = kafkaConfig;
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                Properties read = new Properties();
                read.load(reader);
                read.stringPropertyNames()
                        .forEach(name -> properties.put(name, read.getProperty(name)));
            } catch (IOException e) {
                throw CommandFailure.usage(
                        "Kafka configuration cannot be read", file, "give a file of properties");
            }
        }
        try {
            return new KafkaSettings(kafka, properties);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    String.valueOf(e.getMessage()), kafka, "see --kafka and --kafka-config");
        }
    }

    private S3Location location() {
        try {
            return S3Location.parse(
                    store,
                    endpoint,
                    credentials == null
                            ? CredentialsSource.environment()
                            : CredentialsSource.file(credentials));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    String.valueOf(e.getMessage()), store, "see --store and --store-endpoint");
        }
    }
}
