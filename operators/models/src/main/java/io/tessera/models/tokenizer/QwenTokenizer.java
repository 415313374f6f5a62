/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Qwen2.5's tokenizer: byte-level BPE over words, no begin-of-sequence id. Text is normalised to
 * NFC, markers are split off, words are cut by the published pattern, and a word's bytes, written
 * in GPT-2's alphabet, merge by rank.
 */
public final class QwenTokenizer implements Tokenizer {
    private static final Pattern WORDS =
            Pattern.compile(
                    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|"
                            + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final int CACHED_WORD_CHARS = 32;
    private static final int CACHED_WORDS = 20_000;

    private final Map<String, Integer> vocabulary;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Markers added;
    private final Set<Integer> skipped;
    private final Map<String, int[]> cache =
            new LinkedHashMap<>(256, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
                    return size() > CACHED_WORDS;
                }
            };

    /**
     * Takes the tables of a checkpoint.
     *
     * @param vocabulary ids of tokens in GPT-2's alphabet
     * @param merges pairs in order of rank
     * @param added tokens that stand for themselves
     * @param skipped ids that decoding leaves out: end of sequence, padding and the additional
     *     special tokens
     */
    public QwenTokenizer(
            Map<String, Integer> vocabulary,
            List<Merge> merges,
            Map<String, Integer> added,
            Set<Integer> skipped) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.vocabulary.forEach((text, id) -> texts.put(id, text));
        for (Merge merge : merges) {
            // A pair is known by what it merges to and where it is parted, so that two pairs with
            // the same result keep ranks of their own.
            ranks.putIfAbsent(key(merge.left(), merge.right()), ranks.size());
        }
        this.added = new Markers(added);
        this.skipped = Set.copyOf(skipped);
    }

    /** Two tokens that merge into one. */
    public record Merge(String left, String right) {}

    private static String key(String left, String right) {
        return left + ' ' + right;
    }

    @Override
    public int[] encodeTemplate(String text, boolean bos) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        Ids ids = new Ids();
        Matcher matcher = added.matcher(normal);
        int from = 0;
        while (matcher.find()) {
            words(normal.substring(from, matcher.start()), ids);
            ids.add(added.id(matcher.group()));
            from = matcher.end();
        }
        words(normal.substring(from), ids);
        return ids.toArray();
    }

    @Override
    public int[] encodePlain(String text, boolean bos) {
        return encodeContent(text);
    }

    @Override
    public int[] encodeContent(String text) {
        Ids ids = new Ids();
        words(Normalizer.normalize(text, Normalizer.Form.NFC), ids);
        return ids.toArray();
    }

    private void words(String text, Ids ids) {
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            for (int id : word(matcher.group())) {
                ids.add(id);
            }
        }
    }

    private int[] word(String word) {
        if (word.length() > CACHED_WORD_CHARS) {
            return merge(word);
        }
        synchronized (cache) {
            return cache.computeIfAbsent(word, this::merge);
        }
    }

    private int[] merge(String word) {
        List<String> tokens = new PairMerger(ranks::get).merge(ByteAlphabet.write(word));
        int[] ids = new int[tokens.size()];
        for (int i = 0; i < ids.length; i++) {
            Integer id = vocabulary.get(tokens.get(i));
            if (id == null) {
                throw new IllegalStateException("the vocabulary lacks the token " + tokens.get(i));
            }
            ids[i] = id;
        }
        return ids;
    }

    @Override
    public String decode(int[] ids, boolean skipSpecial) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            if (!added.contains(id)) {
                String token = texts.get(id);
                if (token == null) {
                    throw new IllegalArgumentException("no token has the id " + id);
                }
                ByteAlphabet.read(token, bytes);
            } else if (!skipSpecial || !skipped.contains(id)) {
                drain(bytes, text);
                text.append(added.text(id));
            }
        }
        drain(bytes, text);
        return text.toString();
    }

    private static void drain(ByteArrayOutputStream bytes, StringBuilder text) {
        text.append(Utf8.decodeBySubpart(bytes.toByteArray()));
        bytes.reset();
    }

    @Override
    public OptionalInt idOf(String marker) {
        return added.find(marker);
    }

    @Override
    public OptionalInt bos() {
        return OptionalInt.empty();
    }

    @Override
    public int size() {
        int highest = texts.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        return Math.max(highest, added.highest()) + 1;
    }
}
