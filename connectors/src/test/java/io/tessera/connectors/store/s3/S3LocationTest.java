/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.store.CredentialsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3LocationTest {
    private static final CredentialsSource KEYS = CredentialsSource.environment();

    @Test
    void readsBucketAndPrefix() {
        S3Location location = S3Location.parse("s3://results/a/b/", "http://localhost:9000", KEYS);
        assertThat(location.bucket()).isEqualTo("results");
        assertThat(location.prefix()).isEqualTo("a/b");
        assertThat(location.fullKey("k")).isEqualTo("a/b/k");
        assertThat(location.ownKey("a/b/k")).isEqualTo("k");
    }

    @Test
    void hasNoPrefixWhereNoneIsGiven() {
        for (String text : new String[] {"s3://results", "s3://results/"}) {
            S3Location location = S3Location.parse(text, "https://s3.example", KEYS);
            assertThat(location.fullKey("k")).isEqualTo("k");
            assertThat(location.ownKey("k")).isEqualTo("k");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "results, http://localhost, s3://BUCKET",
        "s3://, http://localhost, bucket",
        "s3://A_b, http://localhost, bucket",
        "s3://results/../x, http://localhost, key",
        "s3://results, localhost:9000, http(s)://HOST",
        "s3://results, ftp://localhost, http(s)://HOST",
        "s3://results, http://not a host, http(s)://HOST",
    })
    void saysWhatIsWrongWithOthers(String store, String endpoint, String expected) {
        assertThatThrownBy(() -> S3Location.parse(store, endpoint, KEYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void takesNoPasswordInAnAddressAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> S3Location.parse("s3://results", "http://me:hush@localhost", KEYS))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }
}
