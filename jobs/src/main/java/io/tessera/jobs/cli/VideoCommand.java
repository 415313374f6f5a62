/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.jobs.local.JobRequest;
import io.tessera.jobs.local.ReadingRun;
import io.tessera.v1.Kind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads videos. */
@Command(
        name = "video",
        mixinStandardHelpOptions = true,
        sortOptions = true,
        description = {
            "Reads videos: what happens when, from the pixels and the text in them.",
            "",
            "Takes MP4/MOV, Matroska/WebM, MPEG-TS, AVI, FLV, raw H.264 and H.265.",
            "A folder is walked in sorted order, hidden files and links are skipped."
        })
final class VideoCommand extends ReadCommand {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files or folders.")
    List<String> inputs = new ArrayList<>();

    VideoCommand(ReadingRun run, Terminal terminal) {
        super("video", run, terminal);
    }

    @Override
    List<JobRequest> jobs(Options options) {
        return List.of(
                new JobRequest(
                        Kind.VIDEO,
                        options,
                        InputFinder.find(Kind.VIDEO, inputs, terminal()),
                        PageSelection.ALL,
                        null));
    }
}
