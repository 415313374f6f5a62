/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import io.tessera.contract.codec.AvroTrust;
import io.tessera.contract.identity.Identity;
import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.input.Region;
import io.tessera.contract.option.Options;
import io.tessera.documents.page.PageReader;
import io.tessera.documents.page.PageSource;
import io.tessera.documents.page.Repeats;
import io.tessera.v1.DocumentProbe;
import io.tessera.v1.InputPlan;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An opened document: one unit a page. */
final class DocumentReader implements InputReader {
    static {
        AvroTrust.established();
    }

    private final ByteSource bytes;
    private final PageSource pages;
    private final PageReader reader;

    DocumentReader(ByteSource bytes, PageSource pages, Options options) {
        this.bytes = bytes;
        this.pages = pages;
        reader = new PageReader(options);
    }

    @Override
    public InputPlan plan(Progress progress) {
        DocumentProbe probe = pages.probe();
        List<UnitSpec> units = new ArrayList<>();
        Map<Integer, Integer> repeats = Repeats.find(pages, progress);
        for (int page = 1; page <= probe.getPagesDeclared(); page++) {
            units.add(
                    UnitSpec.newBuilder()
                            .setUnit(Identity.pageUnit(page))
                            .setIndex(page - 1)
                            .setPage(page)
                            .setDuplicateOf(repeats.get(page))
                            .build());
        }
        progress.tick();
        return InputPlan.newBuilder()
                .setKind(Kind.DOCUMENT)
                .setWarnings(pages.warnings())
                .setDocument(probe)
                .setUnits(units)
                .build();
    }

    @Override
    public UnitReading read(UnitSpec unit, Region region, Progress progress) {
        Integer page = unit.getPage();
        if (page == null || page < 1 || page > pages.probe().getPagesDeclared()) {
            throw new IllegalArgumentException("not a page of this document: " + unit.getUnit());
        }
        return reader.read(pages, unit, region, progress);
    }

    @Override
    public void close() {
        try (bytes) {
            pages.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the bytes of a document failed", e);
        }
    }
}
