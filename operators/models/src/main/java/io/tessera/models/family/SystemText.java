/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.family;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The system texts that families send by default. */
final class SystemText {
    private SystemText() {}

    /**
     * InternVL 2.5's: config.json's {@code system_message} where it is given, else the published
     * template's (line 397 of {@code internvl/conversation.py}, kept as a resource).
     */
    static String internVl(JsonNode config) {
        JsonNode own = config.path("system_message");
        if (own.isTextual()) {
            return own.asText();
        }
        try (InputStream in = SystemText.class.getResourceAsStream("internvl2_5-system.txt")) {
            if (in == null) {
                throw new IllegalStateException("resource internvl2_5-system.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("resource internvl2_5-system.txt cannot be read", e);
        }
    }
}
