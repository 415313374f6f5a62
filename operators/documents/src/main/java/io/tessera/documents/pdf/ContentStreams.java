/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Looks at the content streams of a page more strictly than the parser, which takes the first half
 * of a damaged stream for the whole.
 *
 * @param present streams that are there
 * @param bytes of all of them, decompressed
 * @param missing what is not there or ends early
 */
record ContentStreams(int present, long bytes, List<String> missing) {
    private static final int BUFFER = 1 << 14;

    ContentStreams {
        missing = List.copyOf(missing);
    }

    /**
     * Checks the streams of {@code page}.
     *
     * @throws InputFailure LIMIT_INFLATED where they are over {@code most} bytes
     */
    static ContentStreams check(COSDictionary page, long most, Progress progress)
            throws InputFailure {
        List<COSBase> streams = new ArrayList<>();
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                streams.add(array.getObject(i));
            }
        } else if (page.containsKey(COSName.CONTENTS)) {
            streams.add(contents);
        }
        int present = 0;
        long bytes = 0;
        List<String> missing = new ArrayList<>();
        for (COSBase stream : streams) {
            if (!(stream instanceof COSStream content)) {
                missing.add("a content stream is not there");
                continue;
            }
            present++;
            Check check = new Check(most - bytes, progress);
            bytes += check.inflate(content);
            if (check.damaged) {
                missing.add("a content stream ends early");
            }
        }
        return new ContentStreams(present, bytes, missing);
    }

    private static final class Check {
        private final long most;
        private final Progress progress;
        private boolean damaged;

        Check(long most, Progress progress) {
            this.most = most;
            this.progress = progress;
        }

        private long inflate(COSStream content) throws InputFailure {
            COSBase filter = content.getFilters();
            boolean flate =
                    COSName.FLATE_DECODE.equals(filter)
                            || (filter instanceof COSArray array
                                    && array.size() == 1
                                    && COSName.FLATE_DECODE.equals(array.getObject(0)));
            try {
                return flate ? strictly(content) : count(content.createInputStream());
            } catch (IOException e) {
                damaged = true;
                return 0;
            }
        }

        private long count(InputStream stream) throws IOException, InputFailure {
            try (stream) {
                byte[] buffer = new byte[BUFFER];
                long total = 0;
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    total = within(total + read);
                }
                return total;
            }
        }

        private long strictly(COSStream content) throws IOException, InputFailure {
            Inflater inflater = new Inflater();
            byte[] in = new byte[BUFFER];
            byte[] out = new byte[4 * BUFFER];
            long total = 0;
            try (InputStream raw = content.createRawInputStream()) {
                while (!inflater.finished()) {
                    if (inflater.needsInput()) {
                        int read = raw.read(in);
                        if (read <= 0) {
                            damaged = true;
                            return total;
                        }
                        inflater.setInput(in, 0, read);
                    }
                    int inflated = inflater.inflate(out);
                    if (inflated == 0 && inflater.needsDictionary()) {
                        damaged = true;
                        return total;
                    }
                    total = within(total + inflated);
                }
                return total;
            } catch (DataFormatException e) {
                damaged = true;
                return total;
            } finally {
                inflater.end();
            }
        }

        private long within(long total) throws InputFailure {
            progress.tick();
            if (total > most) {
                throw new InputFailure(
                        InputState.REFUSED_LIMIT,
                        Code.LIMIT_INFLATED,
                        "content of a page is over %d bytes; raise limit.inflated-bytes"
                                .formatted(most));
            }
            return total;
        }
    }
}
