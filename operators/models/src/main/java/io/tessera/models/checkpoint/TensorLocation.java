/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the elements of a tensor lie in a file. Nothing is read for it; whoever made it has checked
 * that every element lies inside the file.
 *
 * @param name as the file spells it
 * @param file the file
 * @param offset first byte of the first element
 * @param type element type, little endian
 * @param shape elements along each dimension
 * @param strides elements between neighbours along each dimension
 */
public record TensorLocation(
        String name,
        Path file,
        long offset,
        TensorType type,
        List<Long> shape,
        List<Long> strides) {
    public TensorLocation {
        requireNonNull(name, "name is null");
        requireNonNull(file, "file is null");
        requireNonNull(type, "type is null");
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
        if (shape.size() != strides.size() || shape.size() > 8) {
            throw new IllegalArgumentException(
                    "%s has shape %s and strides %s".formatted(name, shape, strides));
        }
        if (offset < 0 || shape.stream().anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException(name + " lies outside its file");
        }
    }

    /** Strides of a tensor whose elements lie row after row without gaps. */
    static List<Long> contiguous(List<Long> shape) {
        Long[] strides = new Long[shape.size()];
        long step = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = step;
            step = Math.multiplyExact(step, Math.max(1, shape.get(i)));
        }
        return List.of(strides);
    }

    /** Elements. */
    public long elements() {
        long count = 1;
        for (long n : shape) {
            count = Math.multiplyExact(count, n);
        }
        return count;
    }

    /** Bytes from the first element to the end of the last one. */
    long extent() {
        long last = 0;
        for (int i = 0; i < shape.size(); i++) {
            if (shape.get(i) == 0) {
                return 0;
            }
            last =
                    Math.addExact(
                            last, Math.multiplyExact(shape.get(i) - 1, Math.abs(strides.get(i))));
        }
        return Math.multiplyExact(last + 1, type.bytes());
    }

    TensorLocation renamed(String newName) {
        return new TensorLocation(newName, file, offset, type, shape, strides);
    }

    /** The shape for people, e.g. 4096x1024. */
    public String shapeText() {
        return shape.isEmpty()
                ? "scalar"
                : shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
