/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import static io.tessera.contract.option.Option.BOTH;
import static io.tessera.contract.option.Option.DOCUMENT;
import static io.tessera.contract.option.Option.VIDEO;
import static io.tessera.contract.option.Option.declare;

import java.util.List;

/** Every option of reading, declared once. */
public final class TesseraOptions {
    private TesseraOptions() {}

    public static final Option<SamplingRule> SAMPLE =
            declare(
                    "sample",
                    SamplingRule.TYPE,
                    "family",
                    true,
                    VIDEO,
                    "Frames of a chunk to look at: family (the family's published rule; without a"
                            + " family uniform:16), uniform:16, fps:1, every:2s or keyframes.");
    public static final Option<ChunkRule> CHUNK =
            declare(
                    "chunk",
                    ChunkRule.TYPE,
                    "30000000us",
                    true,
                    VIDEO,
                    "Length of a chunk, e.g. 30s; whole for one chunk of the whole input.");
    public static final Option<String> LANGUAGE =
            declare(
                    "language",
                    OptionType.TEXT,
                    "eng",
                    true,
                    BOTH,
                    "Language of text to recognise, as the name of its trained data, e.g. eng.");
    public static final Option<String> TESSDATA =
            declare(
                    "tessdata",
                    OptionType.TEXT,
                    null,
                    true,
                    BOTH,
                    "Folder with further trained data files (*.traineddata).");
    public static final Option<String> FAMILY =
            declare(
                    "family",
                    OptionType.TEXT,
                    null,
                    true,
                    BOTH,
                    "Model family whose images are made: xcomposer2d5, xcomposer2-4khd, xcomposer2"
                            + " or internvl2_5.");
    public static final Option<String> FAMILY_OPTION =
            declare(
                    "family-option",
                    OptionType.TEXT,
                    null,
                    true,
                    BOTH,
                    "Published parameters of the family as KEY=VALUE, separated by commas, e.g."
                            + " hd_num=18.");
    public static final Option<String> ENGINE =
            declare(
                    "engine",
                    OptionType.TEXT,
                    "literal",
                    true,
                    BOTH,
                    "What words the result: literal (from measured facts), torch or endpoint.");
    public static final Option<String> PROMPT =
            declare(
                    "prompt",
                    OptionType.TEXT,
                    null,
                    true,
                    BOTH,
                    "Prompt for an engine that generates.");

    public static final Option<Long> LIMIT_OPEN_TIME =
            declare(
                    "limit.open-time",
                    OptionType.DURATION,
                    "60000000us",
                    false,
                    BOTH,
                    "Wall clock for opening and planning an input in a worker.");
    public static final Option<Long> LIMIT_UNIT_TIME =
            declare(
                    "limit.unit-time",
                    OptionType.DURATION,
                    "60000000us",
                    false,
                    BOTH,
                    "Wall clock for one page or chunk in a worker.");
    public static final Option<Long> LIMIT_SILENCE =
            declare(
                    "limit.silence",
                    OptionType.DURATION,
                    "20000000us",
                    false,
                    BOTH,
                    "Longest time that a worker may go without a sign of progress.");
    public static final Option<Long> LIMIT_HEAP =
            declare(
                    "limit.heap",
                    OptionType.BYTES,
                    "402653184",
                    false,
                    BOTH,
                    "Java heap of a worker.");
    public static final Option<Long> LIMIT_ADDRESS_SPACE =
            declare(
                    "limit.address-space",
                    OptionType.BYTES,
                    "3221225472",
                    false,
                    BOTH,
                    "Address space of a worker; native allocations beyond it fail.");
    public static final Option<Long> LIMIT_REGION =
            declare(
                    "limit.region",
                    OptionType.BYTES,
                    "67108864",
                    true,
                    BOTH,
                    "Largest result of one unit: pictures and encoded objects; at most 256m.");
    public static final Option<Long> REGIONS_BUDGET =
            declare(
                    "regions.budget",
                    OptionType.BYTES,
                    "536870912",
                    false,
                    BOTH,
                    "Memory for the results of all units in hand of one process; units wait while"
                            + " it is used up.");
    public static final Option<Long> LIMIT_INPUT_BYTES =
            declare(
                    "limit.input-bytes",
                    OptionType.BYTES,
                    "4294967296",
                    true,
                    BOTH,
                    "Largest input.");
    public static final Option<Long> LIMIT_IMAGE_PIXELS =
            declare(
                    "limit.image-pixels",
                    OptionType.BYTES,
                    "40000000",
                    true,
                    BOTH,
                    "Largest picture or video frame in pixels, by its header.");
    public static final Option<Integer> LIMIT_IMAGE_EDGE =
            declare(
                    "limit.image-edge",
                    OptionType.INTEGER,
                    "32000",
                    true,
                    BOTH,
                    "Longest edge of a picture or video frame in pixels.");
    public static final Option<Long> LIMIT_PAGE_PIXELS =
            declare(
                    "limit.page-pixels",
                    OptionType.BYTES,
                    "16000000",
                    true,
                    DOCUMENT,
                    "Largest rendered page in pixels; resolution is lowered to fit, down to 100"
                            + " dpi, below which the page is refused.");
    public static final Option<Integer> LIMIT_PAGES =
            declare(
                    "limit.pages",
                    OptionType.INTEGER,
                    "2000",
                    true,
                    DOCUMENT,
                    "Most pages of a document.");
    public static final Option<Long> LIMIT_INFLATED_BYTES =
            declare(
                    "limit.inflated-bytes",
                    OptionType.BYTES,
                    "67108864",
                    true,
                    DOCUMENT,
                    "Largest decompressed stream that is not pixels.");
    public static final Option<Integer> LIMIT_FRAMES =
            declare(
                    "limit.frames",
                    OptionType.INTEGER,
                    "64",
                    true,
                    VIDEO,
                    "Most frames delivered a chunk; a plan of more is thinned evenly, with a"
                            + " warning.");
    public static final Option<Integer> LIMIT_STREAMS =
            declare(
                    "limit.streams",
                    OptionType.INTEGER,
                    "16",
                    true,
                    VIDEO,
                    "Most streams in a container.");
    public static final Option<Long> LIMIT_WHOLE_CHUNK =
            declare(
                    "limit.whole-chunk",
                    OptionType.DURATION,
                    "600000000us",
                    true,
                    VIDEO,
                    "Longest input that --chunk whole takes as one chunk.");

    private static final List<Option<?>> ALL =
            List.of(
                    SAMPLE,
                    CHUNK,
                    LANGUAGE,
                    TESSDATA,
                    FAMILY,
                    FAMILY_OPTION,
                    ENGINE,
                    PROMPT,
                    LIMIT_OPEN_TIME,
                    LIMIT_UNIT_TIME,
                    LIMIT_SILENCE,
                    LIMIT_HEAP,
                    LIMIT_ADDRESS_SPACE,
                    LIMIT_REGION,
                    REGIONS_BUDGET,
                    LIMIT_INPUT_BYTES,
                    LIMIT_IMAGE_PIXELS,
                    LIMIT_IMAGE_EDGE,
                    LIMIT_PAGE_PIXELS,
                    LIMIT_PAGES,
                    LIMIT_INFLATED_BYTES,
                    LIMIT_FRAMES,
                    LIMIT_STREAMS,
                    LIMIT_WHOLE_CHUNK);

    /** All options, in the order in which people should read about them. */
    public static List<Option<?>> all() {
        return ALL;
    }
}
