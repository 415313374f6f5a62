/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one kind of pickle that a state_dict of tensors is: protocol 2, three known globals,
 * plain values. It interprets nothing else: any other opcode or global is refused by name, so a
 * pickle cannot run anything here.
 */
final class TensorPickle {
    /** A tensor as the pickle describes it: a view of a storage. */
    record View(Storage storage, long offset, List<Long> shape, List<Long> strides) {}

    /** A storage by its key among the zip's entries. */
    record Storage(String type, String key, long elements) {}

    private static final String ORDERED_DICT = "collections.OrderedDict";
    private static final String REBUILD = "torch._utils._rebuild_tensor_v2";
    private static final Map<String, TensorType> STORAGES =
            Map.of(
                    "torch.BFloat16Storage", TensorType.BF16,
                    "torch.HalfStorage", TensorType.F16,
                    "torch.FloatStorage", TensorType.F32,
                    "torch.LongStorage", TensorType.I64);
    private static final int MAX_VALUES = 4_000_000;

    private record Global(String name) {}

    private static final Object NONE = new Object();

    private final ByteBuffer in;
    private final ArrayList<Object> stack = new ArrayList<>();
    private final ArrayDeque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private TensorPickle(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The tensors of a pickled state_dict by name, in its order. */
    static Map<String, View> read(ByteBuffer pickle) throws BadCheckpoint {
        try {
            Object value = new TensorPickle(pickle.duplicate()).run();
            if (!(value instanceof Map<?, ?> dict)) {
                throw new BadCheckpoint("the pickle holds no dict of tensors");
            }
            Map<String, View> tensors = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : dict.entrySet()) {
                if (!(entry.getKey() instanceof String name)
                        || !(entry.getValue() instanceof View view)) {
                    throw new BadCheckpoint("entry %s is no tensor".formatted(entry.getKey()));
                }
                tensors.put(name, view);
            }
            return tensors;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | ClassCastException
                | java.util.NoSuchElementException
                | IllegalArgumentException e) {
            throw new BadCheckpoint("the pickle is cut off or malformed", e);
        }
    }

    /** The element type of a storage class. */
    static @Nullable TensorType typeOf(String storageClass) {
        return STORAGES.get(storageClass);
    }

    private Object run() throws BadCheckpoint {
        while (true) {
            int opcode = in.get() & 0xFF;
            if (stack.size() > MAX_VALUES) {
                throw new BadCheckpoint("the pickle holds too many values");
            }
            switch (opcode) {
                case 0x80 -> protocol(in.get());
                case '}' -> stack.add(new LinkedHashMap<>());
                case ')' -> stack.add(List.of());
                case '(' -> marks.push(stack.size());
                case 'q' -> memo.put(in.get() & 0xFF, top());
                case 'r' -> memo.put(in.getInt(), top());
                case 'h' -> stack.add(recall(in.get() & 0xFF));
                case 'j' -> stack.add(recall(in.getInt()));
                case 'X' -> stack.add(text(in.getInt()));
                case 'c' -> stack.add(global(line() + "." + line()));
                case 'K' -> stack.add((long) (in.get() & 0xFF));
                case 'M' -> stack.add((long) (in.getShort() & 0xFFFF));
                case 'J' -> stack.add((long) in.getInt());
                case 0x8a -> stack.add(big(in.get() & 0xFF));
                case 0x88 -> stack.add(true);
                case 0x89 -> stack.add(false);
                case 'N' -> stack.add(NONE);
                case 't' -> stack.add(sinceMark());
                case 0x85 -> stack.add(last(1));
                case 0x86 -> stack.add(last(2));
                case 0x87 -> stack.add(last(3));
                case 'Q' -> stack.add(storage((List<?>) pop()));
                case 'R' -> reduce();
                case 's' -> set(last(2));
                case 'u' -> set(sinceMark());
                case 'b' -> pop();
                case '.' -> {
                    return pop();
                }
                default ->
                        throw new BadCheckpoint(
                                "the pickle uses the opcode 0x%02x at byte %d, which no tensor file"
                                                .formatted(opcode, in.position() - 1)
                                        + " needs; refused");
            }
        }
    }

    private static void protocol(byte version) throws BadCheckpoint {
        if (version != 2) {
            throw new BadCheckpoint("the pickle has protocol %d, not 2".formatted(version));
        }
    }

    private static Global global(String name) throws BadCheckpoint {
        if (!name.equals(ORDERED_DICT) && !name.equals(REBUILD) && !STORAGES.containsKey(name)) {
            throw new BadCheckpoint(
                    "the pickle names %s, which no tensor file needs; refused".formatted(name));
        }
        return new Global(name);
    }

    private void reduce() throws BadCheckpoint {
        List<?> arguments = (List<?>) pop();
        String function = ((Global) pop()).name;
        if (function.equals(ORDERED_DICT)) {
            stack.add(new LinkedHashMap<>());
        } else if (function.equals(REBUILD)) {
            stack.add(
                    new View(
                            (Storage) arguments.get(0),
                            (Long) arguments.get(1),
                            longs((List<?>) arguments.get(2)),
                            longs((List<?>) arguments.get(3))));
        } else {
            throw new BadCheckpoint("the pickle calls %s; refused".formatted(function));
        }
    }

    private static List<Long> longs(List<?> values) {
        List<Long> numbers = new ArrayList<>(values.size());
        values.forEach(value -> numbers.add((Long) value));
        return numbers;
    }

    private static Storage storage(List<?> id) {
        if (!"storage".equals(id.get(0))) {
            throw new IllegalArgumentException("persistent id of " + id.get(0));
        }
        return new Storage(((Global) id.get(1)).name, (String) id.get(2), (Long) id.get(4));
    }

    @SuppressWarnings("unchecked")
    private void set(List<?> pairs) {
        Map<Object, Object> dict = (Map<Object, Object>) top();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            dict.put(pairs.get(i), pairs.get(i + 1));
        }
    }

    private List<Object> sinceMark() {
        return last(stack.size() - marks.pop());
    }

    private List<Object> last(int count) {
        List<Object> tail = stack.subList(stack.size() - count, stack.size());
        List<Object> copy = List.copyOf(tail);
        tail.clear();
        return copy;
    }

    private Object top() {
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        return stack.remove(stack.size() - 1);
    }

    private Object recall(int index) {
        Object value = memo.get(index);
        if (value == null) {
            throw new IllegalArgumentException("nothing is kept under " + index);
        }
        return value;
    }

    private String text(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() {
        int start = in.position();
        while (in.get() != '\n') {
            // to the end of the line
        }
        int length = in.position() - start - 1;
        byte[] bytes = new byte[length];
        in.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long big(int length) {
        if (length > 8) {
            throw new IllegalArgumentException("integer of " + length + " bytes");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            long next = in.get() & 0xFF;
            value |= next << (8 * i);
        }
        return length == 0 ? 0 : value << (64 - 8 * length) >> (64 - 8 * length);
    }
}
