/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command that a worker process is.
 *
 * @param classPath a folder, which stands for all jars in it, or a class path
 * @param mainClass entry point
 * @param heapBytes Java heap
 * @param addressSpaceBytes address space; native allocations beyond it fail
 * @param isolated whether to start it without a network where this machine can
 * @param jvmOptions further options of its JVM
 */
public record WorkerCommand(
        String classPath,
        String mainClass,
        long heapBytes,
        long addressSpaceBytes,
        boolean isolated,
        List<String> jvmOptions) {
    /** System property with the class path of workers: a folder of jars, or a class path. */
    public static final String CLASS_PATH_PROPERTY = "tessera.worker.classpath";

    private static final String MAIN = "io.tessera.worker.WorkerMain";

    /** Sets the limit of the process that it then becomes; no core file of a crash either. */
    private static final String LIMITED =
            "ulimit -c 0; ulimit -v \"$1\" || exit 64; shift; exec \"$@\"";

    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:CompressedClassSpaceSize=64m",
                    "-XX:ReservedCodeCacheSize=96m",
                    "-Xss512k",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:-UsePerfData",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");

    public WorkerCommand {
        requireNonNull(classPath, "classPath is null");
        requireNonNull(mainClass, "mainClass is null");
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** The same with another entry point. */
    public WorkerCommand withMainClass(String other) {
        return new WorkerCommand(
                classPath, other, heapBytes, addressSpaceBytes, isolated, jvmOptions);
    }

    /** With the class path of {@link #CLASS_PATH_PROPERTY}, else that of this process. */
    public static WorkerCommand of(Options options) {
        return new WorkerCommand(
                System.getProperty(CLASS_PATH_PROPERTY, System.getProperty("java.class.path", "")),
                MAIN,
                options.get(TesseraOptions.LIMIT_HEAP),
                options.get(TesseraOptions.LIMIT_ADDRESS_SPACE),
                true,
                List.of());
    }

    /**
     * A process that is ready to be started.
     *
     * @param folder of the worker's own, for what the JVM and native libraries put into files
     * @param arguments of its main class
     */
    ProcessBuilder process(Path folder, List<String> arguments) {
        List<String> words = new ArrayList<>();
        if (limitsAddressSpace()) {
            words.addAll(List.of("/bin/sh", "-c", LIMITED, "sh"));
            words.add(Long.toString(addressSpaceBytes / 1024));
        }
        if (isolated && Isolation.works()) {
            words.addAll(Isolation.COMMAND);
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heapBytes);
        words.addAll(FLAGS);
        words.addAll(jvmOptions);
        words.add("-XX:ErrorFile=" + crashReport(folder));
        words.add("-Djava.io.tmpdir=" + folder);
        words.add("-Duser.home=" + System.getProperty("user.home"));
        words.add("-Dorg.bytedeco.javacpp.cachedir=" + nativesCache());
        words.addAll(List.of("-cp", expandedClassPath(), mainClass));
        words.addAll(arguments);
        return withCleanEnvironment(new ProcessBuilder(words), folder);
    }

    /** Where the JVM says why it crashed. */
    static Path crashReport(Path folder) {
        return folder.resolve("crash.log");
    }

    private static ProcessBuilder withCleanEnvironment(ProcessBuilder builder, Path folder) {
        // No secret of this process is in the environment of one that parses hostile bytes.
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "TZ"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TMPDIR", folder.toString());
        environment.put("OMP_THREAD_LIMIT", "1");
        // Each arena of glibc reserves 64 MB of the address space.
        environment.put("MALLOC_ARENA_MAX", "2");
        return builder.redirectErrorStream(true);
    }

    /** Folder that JavaCPP unpacks native libraries into, once for all workers. */
    public static Path nativesCache() {
        String configured = System.getProperty("org.bytedeco.javacpp.cachedir");
        if (configured != null) {
            return Path.of(configured).toAbsolutePath();
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        Path folder =
                caches == null || caches.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(caches);
        return folder.resolve("tessera").resolve("natives").toAbsolutePath();
    }

    private static boolean limitsAddressSpace() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private String expandedClassPath() {
        boolean folderOfJars =
                !classPath.contains(File.pathSeparator)
                        && Files.isDirectory(Path.of(classPath))
                        && !Files.isDirectory(Path.of(classPath, "io"));
        return folderOfJars ? Path.of(classPath).toAbsolutePath() + "/*" : classPath;
    }
}
