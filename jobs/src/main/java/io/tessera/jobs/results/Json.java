/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Small helps for lines of JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** A new line of a type, which stands first in it. */
    static ObjectNode line(String type) {
        return object().put("type", type);
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /** Microseconds as seconds, six decimals at most. */
    static double seconds(long micros) {
        return micros / 1e6;
    }

    /** The text of a line, without a line end. */
    public static String write(ObjectNode line) {
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON always has a text", e);
        }
    }

    /**
     * Reads a line back.
     *
     * @throws IOException if it is no JSON object
     */
    public static ObjectNode read(String line) throws IOException {
        if (MAPPER.readTree(line) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("not a JSON object: " + line);
    }

    /** Text of a field; null where it is absent or null. */
    public static @Nullable String text(ObjectNode line, String field) {
        return line.hasNonNull(field) ? line.get(field).asText() : null;
    }
}
