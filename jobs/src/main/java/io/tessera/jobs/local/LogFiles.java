/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.LogManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** Where Flink, Kafka and everything else of the program write what they have to say. */
public final class LogFiles {
    private static final String FILE = "tessera.log";
    private static final String PATTERN = "%d{ISO8601} %-5p [%t] %c{1.} %m%n%ex";

    private LogFiles() {}

    /**
     * Keeps logs off the terminal until {@link #open} says where they go; to be called before
     * anything logs.
     */
    public static void silence() {
        System.setProperty("log4j2.statusLoggerLevel", "OFF");
        LogManager.getLogManager().reset();
        ConfigurationBuilder<BuiltConfiguration> builder = builder();
        builder.add(builder.newRootLogger(Level.OFF));
        Configurator.reconfigure(builder.build());
    }

    /**
     * Sends logs to files in {@code folder}, of 10 MB each and four at most, and with them what
     * libraries print.
     */
    public static void open(Path folder) {
        ConfigurationBuilder<BuiltConfiguration> builder = builder();
        ComponentBuilder<?> policies =
                builder.newComponent("Policies")
                        .addComponent(
                                builder.newComponent("SizeBasedTriggeringPolicy")
                                        .addAttribute("size", "10MB"));
        AppenderComponentBuilder file =
                builder.newAppender("file", "RollingFile")
                        .addAttribute("fileName", folder.resolve(FILE).toString())
                        .addAttribute("filePattern", folder.resolve("tessera-%i.log").toString())
                        .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN))
                        .addComponent(policies)
                        .addComponent(
                                builder.newComponent("DefaultRolloverStrategy")
                                        .addAttribute("max", 3));
        builder.add(file);
        builder.add(builder.newLogger("kafka", Level.WARN));
        builder.add(builder.newLogger("state.change.logger", Level.WARN));
        builder.add(builder.newLogger("org.apache.kafka", Level.WARN));
        builder.add(builder.newLogger("org.apache.flink", Level.WARN));
        // Warns on every checkpoint about a gauge that Flink itself registers twice.
        builder.add(builder.newLogger("org.apache.flink.metrics.MetricGroup", Level.ERROR));
        builder.add(builder.newLogger("org.apache.pekko", Level.WARN));
        builder.add(builder.newLogger("org.gaul", Level.WARN));
        builder.add(builder.newLogger("org.eclipse.jetty", Level.WARN));
        builder.add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef("file")));
        Configurator.reconfigure(builder.build());
        redirectPrinting(folder);
    }

    private static ConfigurationBuilder<BuiltConfiguration> builder() {
        return ConfigurationBuilderFactory.newConfigurationBuilder()
                .setStatusLevel(Level.OFF)
                .setShutdownHook("disable");
    }

    private static void redirectPrinting(Path folder) {
        try {
            Files.createDirectories(folder);
            OutputStream printed =
                    Files.newOutputStream(
                            folder.resolve("printed.log"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
            PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
            System.setOut(stream);
            System.setErr(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
