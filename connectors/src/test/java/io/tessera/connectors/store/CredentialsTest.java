/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsTest {
    @TempDir Path folder;

    @Test
    void comeFromTheEnvironment() {
        StoreCredentials credentials =
                CredentialsSource.load(
                        Map.of(
                                "TESSERA_STORE_ACCESS_KEY", "who",
                                "TESSERA_STORE_SECRET_KEY", "hush"));
        assertThat(credentials).isEqualTo(new StoreCredentials("who", "hush"));
        assertThat(credentials.toString()).contains("who").doesNotContain("hush");
    }

    @Test
    void nameTheVariablesThatAreNotSet() {
        assertThatThrownBy(() -> CredentialsSource.load(Map.of("TESSERA_STORE_SECRET_KEY", "hush")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TESSERA_STORE_ACCESS_KEY")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }

    @Test
    void comeFromAFileThatOtherToolsReadToo() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("credentials"),
                        """
                        [default]
                        aws_access_key_id=who
                          aws_secret_access_key   =  hu=sh
                        region = here
                        """);
        assertThat(CredentialsSource.file(file).load())
                .isEqualTo(new StoreCredentials("who", "hu=sh"));
    }

    @Test
    void quoteNothingOfAFileThatHoldsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("credentials"), "aws_access_key = hush");
        assertThatThrownBy(() -> CredentialsFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aws_access_key_id")
                .hasMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }

    @Test
    void areMadeOnceAndDifferFromOthers() {
        Path file = folder.resolve("a/credentials");
        StoreCredentials made = CredentialsFile.readOrCreate(file);
        assertThat(CredentialsFile.readOrCreate(file)).isEqualTo(made);
        assertThat(CredentialsFile.readOrCreate(folder.resolve("b/credentials")).secretKey())
                .isNotEqualTo(made.secretKey())
                .hasSize(40);
    }
}
