/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.jobs.local.NamedInput;
import io.tessera.v1.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFinderTest {
    @TempDir Path folder;

    private final Terminal terminal =
            new Terminal(
                    System.out, System.err, new BufferedReader(Reader.nullReader()), false, false);

    @Test
    void walksFoldersInSortedOrderWithoutHiddenFilesAndLinks() throws IOException {
        write("b.pdf", "%PDF-1.7");
        write("a/z.pdf", "%PDF-1.7");
        write("a/.hidden.pdf", "%PDF-1.7");
        write(".hidden/x.pdf", "%PDF-1.7");
        write("clip.mp4", "\0\0\0\30ftypisom");
        Files.createSymbolicLink(folder.resolve("link.pdf"), folder.resolve("b.pdf"));

        List<NamedInput> found =
                InputFinder.find(Kind.DOCUMENT, List.of(folder.toString()), terminal);

        assertThat(found)
                .extracting(NamedInput::shown)
                .containsExactly(folder + "/a/z.pdf", folder + "/b.pdf");
    }

    @Test
    void takesAFileThatIsNamedWhateverItIs() throws IOException {
        write("x.docx", "PK");
        String named = folder.resolve("x.docx").toString();
        assertThat(InputFinder.find(Kind.VIDEO, List.of(named, named), terminal)).hasSize(2);
    }

    @Test
    void tellsKindsByTheirFirstBytes() {
        assertThat(kind("\0\0\0\30ftypisom")).isEqualTo(Kind.VIDEO);
        assertThat(kind("\u001AE\u00DF\u00A3")).isEqualTo(Kind.VIDEO);
        assertThat(kind("RIFF\0\0\0\0AVI LIST")).isEqualTo(Kind.VIDEO);
        assertThat(kind("FLV\1")).isEqualTo(Kind.VIDEO);
        assertThat(kind("\0\0\0\1gB")).isEqualTo(Kind.VIDEO);
        assertThat(kind("G" + "x".repeat(187) + "G")).isEqualTo(Kind.VIDEO);
        assertThat(kind("junk\n%PDF-1.4")).isEqualTo(Kind.DOCUMENT);
        assertThat(kind("RIFF\0\0\0\0WEBPVP8 ")).isEqualTo(Kind.DOCUMENT);
        assertThat(kind("II*\0")).isEqualTo(Kind.DOCUMENT);
        assertThat(kind("GIF89a")).isEqualTo(Kind.DOCUMENT);
        assertThat(kind("\u00FF\u00D8\u00FF")).isEqualTo(Kind.DOCUMENT);
        assertThat(kind("hello")).isEqualTo(Kind.UNKNOWN);
        assertThat(kind("")).isEqualTo(Kind.UNKNOWN);
    }

    private static Kind kind(String head) {
        return LeadingBytes.kindOf(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }
}
