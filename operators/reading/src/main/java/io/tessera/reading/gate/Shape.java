/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form that an answer is wanted in. */
@FunctionalInterface
public interface Shape {
    /** Any text. */
    Shape TEXT = text -> Optional.empty();

    /** Why {@code text} does not have this form, or empty where it has. */
    Optional<String> problem(String text);

    /** One JSON object, and nothing around it, that has at least these fields. */
    static Shape json(String... fields) {
        List<String> wanted = List.of(fields);
        return text -> jsonProblem(text, wanted);
    }

    private static Optional<String> jsonProblem(String text, List<String> wanted) {
        Set<String> found = new HashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of("not a JSON object");
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return Optional.of("JSON object is not closed");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token == JsonToken.FIELD_NAME) {
                    found.add(parser.currentName());
                }
            }
            if (parser.nextToken() != null) {
                return Optional.of("something follows the JSON object");
            }
        } catch (IOException e) {
            return Optional.of("not JSON");
        }
        List<String> absent = new ArrayList<>(wanted);
        absent.removeAll(found);
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("fields are missing: " + String.join(", ", absent));
    }
}
