/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.identity.Identity;
import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.InputOpener;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.input.Region;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens scripts: properties such as {@code pages=3}, {@code open=hang}, {@code plan=oom} or {@code
 * page.2=segv}, each a deed of {@link MockDeed}. Text after a line {@code ---} is ballast.
 */
final class MockOpener implements InputOpener {
    @Override
    public InputReader open(
            ByteSource bytes, Options options, @Nullable String password, Progress progress)
            throws InputFailure {
        Properties script = script(bytes);
        if (script.containsKey("password")
                && !script.getProperty("password").equals(String.valueOf(password))) {
            throw new InputFailure(
                    InputState.ENCRYPTED, Code.PASSWORD_NEEDED, "a password is needed; give it");
        }
        System.out.println("opened " + script.getProperty("name", "a script"));
        MockDeed.of(script.getProperty("open", "")).perform(progress);
        return new Reader(script, bytes);
    }

    private static ByteBuffer all(ByteSource bytes) {
        try {
            ByteBuffer all = ByteBuffer.allocate((int) bytes.length());
            while (all.hasRemaining()) {
                bytes.read(all.position(), all);
            }
            return all.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties script(ByteSource bytes) {
        try {
            String text = new String(all(bytes).array(), StandardCharsets.UTF_8).split("---", 2)[0];
            Properties script = new Properties();
            script.load(new StringReader(text));
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reader(Properties script, ByteSource bytes) implements InputReader {
        @Override
        public InputPlan plan(Progress progress) throws InputFailure {
            MockDeed.of(script.getProperty("plan", "")).perform(progress);
            List<UnitSpec> units = new ArrayList<>();
            for (int page = 1; page <= Integer.parseInt(script.getProperty("pages", "1")); page++) {
                units.add(
                        UnitSpec.newBuilder()
                                .setUnit(Identity.pageUnit(page))
                                .setIndex(page - 1)
                                .setPage(page)
                                .build());
            }
            return InputPlan.newBuilder()
                    .setKind(Kind.DOCUMENT)
                    .setWarnings(List.of("sum " + all(bytes).hashCode()))
                    .setUnits(units)
                    .build();
        }

        @Override
        public UnitReading read(UnitSpec unit, Region region, Progress progress)
                throws InputFailure {
            MockDeed.of(
                            script.getProperty(
                                    "page." + unit.getPage(), script.getProperty("page", "")))
                    .perform(progress);
            return UnitReading.newBuilder()
                    .setUnit(unit.getUnit())
                    .setState(UnitState.RECOGNISED)
                    .setReason(Long.toString(ProcessHandle.current().pid()))
                    .setImages(List.of(picture(unit, region)))
                    .build();
        }

        /** A picture in one shade that tells the page. */
        private RegionImage picture(UnitSpec unit, Region region) throws InputFailure {
            int width = Integer.parseInt(script.getProperty("width", "16"));
            ByteBuffer rgb = region.reserve(3L * width * width);
            while (rgb.hasRemaining()) {
                rgb.put(unit.getPage().byteValue());
            }
            return region.rgb("page", width, width, 0, 0);
        }

        @Override
        public void close() {}
    }
}
