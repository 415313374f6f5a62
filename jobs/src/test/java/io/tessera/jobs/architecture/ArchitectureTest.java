/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which way dependencies point, and where libraries may be used. */
class ArchitectureTest {
    private static final String OURS = "io.tessera..";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.tessera");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(OURS)
                .withOptionalLayers(true)
                .layer("schemas")
                .definedBy("io.tessera.v1..", "io.tessera.contract..")
                .layer("connectors")
                .definedBy("io.tessera.connectors..")
                .layer("imaging")
                .definedBy("io.tessera.imaging..")
                .layer("video")
                .definedBy("io.tessera.video..")
                .layer("documents")
                .definedBy("io.tessera.documents..")
                .layer("worker")
                .definedBy("io.tessera.worker..")
                .layer("reading")
                .definedBy("io.tessera.reading..")
                .layer("models")
                .definedBy("io.tessera.models..")
                .layer("streaming")
                .definedBy("io.tessera.streaming..")
                .layer("jobs")
                .definedBy("io.tessera.jobs..")
                .whereLayer("jobs")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("streaming")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("models")
                .mayOnlyBeAccessedByLayers("streaming", "jobs")
                .whereLayer("reading")
                .mayOnlyBeAccessedByLayers("models", "streaming", "jobs")
                .whereLayer("worker")
                .mayOnlyBeAccessedByLayers("streaming", "jobs")
                .whereLayer("video")
                .mayOnlyBeAccessedByLayers("worker")
                .whereLayer("documents")
                .mayOnlyBeAccessedByLayers("worker")
                .whereLayer("connectors")
                .mayOnlyBeAccessedByLayers("streaming", "jobs")
                .check(CLASSES);
    }

    @Test
    void imagingDependsOnNothing() {
        classes()
                .that()
                .resideInAPackage("io.tessera.imaging..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.tessera.imaging..",
                        "java..",
                        "jdk.incubator.vector..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void nativeDecodersAreUsedInVideoAndDocumentsOnly() {
        only("org.bytedeco..", "io.tessera.video..", "io.tessera.documents..");
    }

    @Test
    void documentsAreParsedInDocumentsOnly() {
        only("org.apache.pdfbox..", "io.tessera.documents..", "io.tessera.worker..");
    }

    @Test
    void theStoresClientIsUsedInTheStoreOnly() {
        only("io.minio..", "io.tessera.connectors.store.s3..");
        only("okhttp3..", "io.tessera.connectors.store.s3..");
    }

    @Test
    void flinkIsUsedInStreamingConnectorsAndJobsOnly() {
        only(
                "org.apache.flink..",
                "io.tessera.streaming..",
                "io.tessera.connectors..",
                "io.tessera.jobs..");
    }

    @Test
    void deepJavaLibraryIsUsedInTheEnginesOfModelsOnly() {
        only("ai.djl..", "io.tessera.models..");
    }

    @Test
    void theCommandLineLibraryIsUsedInTheCommandLineOnly() {
        only("picocli..", "io.tessera.jobs.cli..");
    }

    @Test
    void packagesOfJobsAreFreeOfCycles() {
        slices().matching("io.tessera.jobs.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesAreNamedByWhatTheyAreFor() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..impl..", "..manager..")
                .check(CLASSES);
    }

    private static void only(String library, String... users) {
        noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .and()
                .resideInAPackage(OURS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
