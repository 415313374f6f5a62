/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each library has one door, and the packages depend on each other one way. */
@AnalyzeClasses(
        packages = "io.tessera.connectors",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ConnectorsArchitectureTest {
    @ArchTest
    static final ArchRule THE_S3_CLIENT_IS_SEEN_BY_ITS_STORE_ONLY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.tessera.connectors.store.s3")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.minio..", "okhttp3..", "okio..");

    @ArchTest
    static final ArchRule SERVERS_ARE_SEEN_WHERE_THEY_ARE_EMBEDDED_ONLY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.tessera.connectors.embedded")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "kafka..",
                            "org.apache.kafka.metadata..",
                            "org.apache.kafka.server..",
                            "org.gaul..",
                            "software.amazon..");

    @ArchTest
    static final ArchRule FLINK_IS_SEEN_BY_THE_SOURCE_ONLY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.tessera.connectors.kafka")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule STORES_KNOW_NO_BROKER =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.tessera.connectors.store..", "io.tessera.connectors.fetch..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.tessera.connectors.kafka..",
                            "io.tessera.connectors.embedded..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule BROKERS_KNOW_NO_STORE =
            noClasses()
                    .that()
                    .resideInAPackage("io.tessera.connectors.kafka..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.tessera.connectors.store..", "io.tessera.connectors.embedded..");
}
