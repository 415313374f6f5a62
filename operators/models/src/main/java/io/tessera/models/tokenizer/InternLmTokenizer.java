/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import io.tessera.models.tokenizer.SentencePieceModel.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;

/**
 * InternLM2's tokenizer: SentencePiece BPE with byte fallback, no dummy prefix, no white space
 * collapsing, spaces escaped to U+2581; {@code <unk>}, {@code <s>}, {@code </s>} and a checkpoint's
 * own added tokens live outside the piece model. Source: {@code tokenization_internlm2.py} of the
 * published repositories and the SentencePiece format.
 */
public final class InternLmTokenizer implements Tokenizer {
    private static final int BOS = 1;
    private static final int FIRST_BYTE = 3;
    private static final char SPACE = '\u2581';

    /** The library's clean-up of decoded text, in its order, on the whole text, always. */
    private static final String[][] CLEAN_UP = {
        {" .", "."},
        {" ?", "?"},
        {" !", "!"},
        {" ,", ","},
        {" ' ", "'"},
        {" n't", "n't"},
        {" 'm", "'m"},
        {" 's", "'s"},
        {" 've", "'ve"},
        {" 're", "'re"},
    };

    private final List<Piece> pieces;
    private final Map<String, Integer> normal = new HashMap<>();
    private final Map<String, Integer> userDefined = new HashMap<>();
    private final Markers markers;
    private final int longestUserDefined;

    /**
     * Reads {@code tokenizer.model}.
     *
     * @param added tokens outside the model file, from {@code tokenizer_config.json}
     */
    public static InternLmTokenizer read(Path modelFile, Map<String, Integer> added)
            throws IOException {
        return new InternLmTokenizer(SentencePieceModel.read(modelFile), added);
    }

    InternLmTokenizer(SentencePieceModel model, Map<String, Integer> added) {
        pieces = model.pieces();
        for (int id = 0; id < pieces.size(); id++) {
            Piece piece = pieces.get(id);
            if (piece.type() == SentencePieceModel.Type.NORMAL) {
                normal.put(piece.text(), id);
            } else if (piece.type() == SentencePieceModel.Type.USER_DEFINED) {
                userDefined.put(piece.text(), id);
            }
        }
        longestUserDefined = userDefined.keySet().stream().mapToInt(String::length).max().orElse(0);
        Map<String, Integer> literals = new LinkedHashMap<>();
        literals.put("<unk>", 0);
        literals.put("<s>", BOS);
        literals.put("</s>", 2);
        literals.putAll(added);
        markers = new Markers(literals);
    }

    @Override
    public int[] encodeTemplate(String text, boolean bos) {
        Ids ids = new Ids();
        if (bos) {
            ids.add(BOS);
        }
        Matcher matcher = markers.matcher(text);
        int from = 0;
        while (matcher.find()) {
            pieces(text.substring(from, matcher.start()), false, ids);
            ids.add(markers.id(matcher.group()));
            from = matcher.end();
        }
        pieces(text.substring(from), false, ids);
        return ids.toArray();
    }

    @Override
    public int[] encodePlain(String text, boolean bos) {
        Ids ids = new Ids();
        if (bos) {
            ids.add(BOS);
        }
        pieces(text, false, ids);
        return ids.toArray();
    }

    @Override
    public int[] encodeContent(String text) {
        Ids ids = new Ids();
        pieces(text, true, ids);
        return ids.toArray();
    }

    /**
     * Appends the pieces of a stretch.
     *
     * @param content whether pieces that spell markers are to be taken apart: the model file holds
     *     the turn markers as user-defined pieces, which text of a person must not reach
     */
    private void pieces(String stretch, boolean content, Ids ids) {
        String text = stretch.replace(' ', SPACE);
        int[] starts = new int[text.length() + 1];
        boolean[] atoms = new boolean[text.length()];
        int count = 0;
        for (int at = 0; at < text.length(); ) {
            int length = userDefinedAt(text, at, content);
            atoms[count] = length > 0;
            starts[count++] = at;
            at += length > 0 ? length : Character.charCount(text.codePointAt(at));
        }
        starts[count] = text.length();
        PieceMerger merger =
                new PieceMerger(
                        text,
                        Arrays.copyOf(starts, count + 1),
                        Arrays.copyOf(atoms, count),
                        this::rank);
        merger.merge(
                index -> {
                    String symbol = merger.symbol(index);
                    Integer id = atoms[index] ? userDefined.get(symbol) : normal.get(symbol);
                    if (id != null) {
                        ids.add(id);
                    } else {
                        for (byte b : Utf8.bytesOf(symbol)) {
                            ids.add(FIRST_BYTE + (b & 0xFF));
                        }
                    }
                });
    }

    private double rank(String merged) {
        Integer id = normal.get(merged);
        return id == null ? PieceMerger.NEVER : -pieces.get(id).score();
    }

    /** Length of the longest user-defined piece at a position; 0 if there is none. */
    private int userDefinedAt(String text, int at, boolean content) {
        int longest = Math.min(longestUserDefined, text.length() - at);
        for (int length = longest; length > 0; length--) {
            String candidate = text.substring(at, at + length);
            if (userDefined.containsKey(candidate)) {
                boolean marker = candidate.startsWith("[UNUSED_TOKEN_");
                return content && marker ? 0 : length;
            }
        }
        return 0;
    }

    @Override
    public String decode(int[] ids, boolean skipSpecial) {
        if (skipSpecial) {
            Ids kept = new Ids();
            for (int id : ids) {
                if (!markers.contains(id)) {
                    kept.add(id);
                }
            }
            return cleanUp(text(kept.toArray()));
        }
        List<String> parts = new ArrayList<>();
        Ids stretch = new Ids();
        for (int id : ids) {
            if (id >= pieces.size()) {
                flush(stretch, parts);
                parts.add(markers.text(id));
            } else {
                stretch.add(id);
            }
        }
        flush(stretch, parts);
        return cleanUp(String.join(" ", parts));
    }

    private void flush(Ids stretch, List<String> parts) {
        if (stretch.size() > 0) {
            parts.add(withSpecials(stretch.toArray()));
            stretch.clear();
        }
    }

    /** Each run of specials is a space, the text of the pieces before it, then the specials. */
    private String withSpecials(int[] ids) {
        StringBuilder text = new StringBuilder();
        Ids before = new Ids();
        int at = 0;
        while (at < ids.length) {
            if (!markers.contains(ids[at])) {
                before.add(ids[at++]);
                continue;
            }
            text.append(' ').append(text(before.toArray()));
            before.clear();
            while (at < ids.length && markers.contains(ids[at])) {
                text.append(markers.text(ids[at++]));
            }
        }
        return text.append(text(before.toArray())).toString();
    }

    private String text(int[] ids) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            if (id < 0 || id >= pieces.size()) {
                throw new IllegalArgumentException(
                        "id %d is outside the %d pieces".formatted(id, pieces.size()));
            }
            Piece piece = pieces.get(id);
            if (piece.type() == SentencePieceModel.Type.BYTE) {
                bytes.write(id - FIRST_BYTE);
                continue;
            }
            drain(bytes, text);
            text.append(piece.text().replace(SPACE, ' '));
        }
        drain(bytes, text);
        return text.toString();
    }

    private static void drain(ByteArrayOutputStream bytes, StringBuilder text) {
        if (bytes.size() > 0) {
            text.append(Utf8.decodeByteByByte(bytes.toByteArray()));
            bytes.reset();
        }
    }

    private static String cleanUp(String text) {
        String clean = text;
        for (String[] rule : CLEAN_UP) {
            clean = clean.replace(rule[0], rule[1]);
        }
        return clean;
    }

    @Override
    public OptionalInt idOf(String marker) {
        OptionalInt id = markers.find(marker);
        Integer piece = userDefined.get(marker);
        return id.isPresent() || piece == null ? id : OptionalInt.of(piece);
    }

    @Override
    public OptionalInt bos() {
        return OptionalInt.of(BOS);
    }

    @Override
    public int size() {
        return Math.max(pieces.size(), markers.highest() + 1);
    }
}
