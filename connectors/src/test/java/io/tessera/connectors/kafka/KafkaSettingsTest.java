/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KafkaSettingsTest {
    @TempDir Path folder;

    @Test
    void passPropertiesOfAFileThroughAndPrintNoValue() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("client.properties"),
                        """
                        # of the test
                        security.protocol=SASL_SSL
                        sasl.jaas.config=some.Module required password="hush";
                        """);
        KafkaSettings settings = KafkaSettings.read("a:1,b:2", file);

        assertThat(settings.client(Map.of("acks", "all")))
                .containsEntry("bootstrap.servers", "a:1,b:2")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "some.Module required password=\"hush\";")
                .containsEntry("acks", "all");
        assertThat(settings.toString())
                .contains("a:1,b:2", "sasl.jaas.config")
                .doesNotContain("hush", "SASL_SSL");
    }

    @Test
    void nameEveryPropertyThatIsNotToBeSet() {
        assertThatThrownBy(
                        () ->
                                new KafkaSettings(
                                        "a:1",
                                        Map.of("acks", "0", "group.id", "x", "linger.ms", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acks, group.id")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("linger.ms"));
    }

    @Test
    void sayThatTheirFileCannotBeRead() {
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> KafkaSettings.read("a:1", absent))
                .hasMessageContaining(absent.toString());
        assertThatThrownBy(() -> KafkaSettings.of(" ")).hasMessageContaining("HOST:PORT");
    }
}
