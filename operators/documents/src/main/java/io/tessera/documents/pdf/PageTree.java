/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.contract.input.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a document, found by walking its tree once with a guard against loops and a bound,
 * and then hung side by side under one new root: what a hostile tree does to a library that walks
 * it for each page never happens.
 *
 * @param declared pages that the tree announces: its own count, or what was found if that is more
 * @param slots for each page that was found its position under the new root; -1 where the tree
 *     points to nothing
 * @param damage what is wrong with the tree; null where nothing is
 */
record PageTree(long declared, List<Integer> slots, @Nullable String damage) {
    private static final int DEEPEST = 64;
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    PageTree {
        slots = List.copyOf(slots);
    }

    /** Walks and rebuilds the tree of {@code document}, up to one page more than {@code most}. */
    static PageTree flatten(PDDocument document, int most, Progress progress) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
        if (root == null) {
            return new PageTree(0, List.of(), "catalog has no page tree");
        }
        long count = root.getLong(COSName.COUNT, 0);
        if (count > most) {
            return new PageTree(count, List.of(), null);
        }
        Walk walk = new Walk(most, progress);
        walk.visit(root, Map.of(), 0);
        COSDictionary flat = new COSDictionary();
        COSArray kids = new COSArray();
        for (COSDictionary page : walk.pages) {
            kids.add(page);
            page.setItem(COSName.PARENT, flat);
        }
        flat.setItem(COSName.TYPE, COSName.PAGES);
        flat.setItem(COSName.KIDS, kids);
        flat.setInt(COSName.COUNT, kids.size());
        catalog.setItem(COSName.PAGES, flat);
        return new PageTree(Math.max(count, walk.slots.size()), walk.slots, walk.damage(count));
    }

    private static final class Walk {
        private final int most;
        private final Progress progress;
        private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<COSDictionary> pages = new ArrayList<>();
        private final List<Integer> slots = new ArrayList<>();
        private boolean loop;

        Walk(int most, Progress progress) {
            this.most = most;
            this.progress = progress;
        }

        void visit(COSDictionary node, Map<COSName, COSBase> inherited, int depth) {
            progress.tick();
            if (slots.size() > most) {
                return;
            }
            Map<COSName, COSBase> values = new HashMap<>(inherited);
            for (COSName name : INHERITED) {
                COSBase value = node.getItem(name);
                if (value != null) {
                    values.put(name, value);
                }
            }
            COSArray kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                if (!COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
                    addPage(node, values);
                }
                return;
            }
            if (!seen.add(node) || depth > DEEPEST) {
                loop = true;
                return;
            }
            for (int i = 0; i < kids.size() && slots.size() <= most; i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    visit(kid, values, depth + 1);
                } else {
                    slots.add(-1);
                }
            }
        }

        private void addPage(COSDictionary page, Map<COSName, COSBase> values) {
            values.forEach(page::setItem);
            slots.add(pages.size());
            pages.add(page);
        }

        @Nullable String damage(long count) {
            if (loop) {
                return "page tree contains itself";
            }
            if (slots.contains(-1)) {
                return "page tree points to pages that are not there";
            }
            return count == slots.size()
                    ? null
                    : "page tree says %d pages and has %d".formatted(count, slots.size());
        }
    }
}
