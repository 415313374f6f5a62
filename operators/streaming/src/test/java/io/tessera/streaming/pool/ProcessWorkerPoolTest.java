/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static io.tessera.streaming.pool.Scripts.page;
import static io.tessera.streaming.pool.Scripts.planned;
import static io.tessera.streaming.pool.Scripts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tessera.streaming.pool.WorkerPool.Planned;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.InputState;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitState;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What inputs do to workers, with real child processes. */
class ProcessWorkerPoolTest {
    private static ProcessWorkerPool pool;

    @TempDir Path folder;
    private Scripts scripts;
    private PoolCounters before;

    @BeforeAll
    static void open() throws Exception {
        pool = new ProcessWorkerPool(Scripts.settings(2));
    }

    @BeforeEach
    void remember() {
        scripts = new Scripts(folder);
        before = pool.counters();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private long crashes() {
        return pool.counters().crashes() - before.crashes();
    }

    @Test
    void plansAnInputAndReadsItsUnits() throws Exception {
        SpooledInput input = scripts.input("pages=3");
        Planned planned = planned(pool.plan(input));
        assertThat(planned.plan().getState()).isNull();
        assertThat(planned.plan().getUnits()).hasSize(3);
        assertThat(planned.attempts()).isOne();

        try (UnitResult result = read(pool.read(input, planned.plan().getUnits().get(2)))) {
            assertThat(result.reading().getState()).isEqualTo(UnitState.RECOGNISED);
            assertThat(result.inputState()).isNull();
            RegionImage image = result.reading().getImages().get(0);
            ByteBuffer pixels = result.region().bytesOf(image);
            assertThat(pixels.remaining()).isEqualTo(3 * 16 * 16);
            assertThat(pixels.get(0)).isEqualTo((byte) 3);
            assertThat(pixels.isReadOnly()).isTrue();
        }
        assertThat(pool.counters().regionBytes()).isZero();
    }

    @Test
    void readsInputsThatAreLongerThanTheWindow() throws Exception {
        byte[] ballast = new byte[5 << 20];
        new java.util.Random(7).nextBytes(ballast);
        SpooledInput input = scripts.input("pages=1", "---");
        java.nio.file.Files.write(input.file(), ballast, java.nio.file.StandardOpenOption.APPEND);
        byte[] all = java.nio.file.Files.readAllBytes(input.file());
        assertThat(planned(pool.plan(input)).plan().getWarnings())
                .containsExactly("sum " + ByteBuffer.wrap(all).hashCode());
    }

    @Test
    void retriesAUnitWhoseWorkerWasKilled() throws Exception {
        SpooledInput input =
                scripts.input("pages=2", "page.2=once " + folder.resolve("mark") + " signal KILL");
        try (UnitResult result = read(pool.read(input, page(2)))) {
            assertThat(result.reading().getState()).isEqualTo(UnitState.RECOGNISED);
            assertThat(result.attempts()).isEqualTo(2);
        }
        assertThat(crashes()).isOne();
    }

    @Test
    void endsAUnitThatCrashesNativeCodeTwiceAndReadsOn() throws Exception {
        SpooledInput input = scripts.input("pages=2", "page.1=segv");
        try (UnitResult result = read(pool.read(input, page(1)))) {
            assertThat(result.reading().getState()).isEqualTo(UnitState.FAILED);
            assertThat(result.reading().getCode()).isEqualTo("CRASH");
            assertThat(result.reading().getReason()).contains("SIGSEGV");
            assertThat(result.attempts()).isEqualTo(2);
        }
        try (UnitResult result = read(pool.read(input, page(2)))) {
            assertThat(result.reading().getState()).isEqualTo(UnitState.RECOGNISED);
        }
    }

    @Test
    void killsAWorkerThatHangsAtTheDeadlineOfTheUnit() throws Exception {
        SpooledInput input = scripts.input(Map.of("limit.unit-time", "300ms"), "page.1=hang");
        try (UnitResult result = read(pool.read(input, page(1)))) {
            assertThat(result.reading().getCode()).isEqualTo("TIMEOUT");
            assertThat(result.reading().getReason()).contains("no answer within 0.3 s");
            assertThat(result.attempts()).isEqualTo(2);
            assertThat(result.seconds()).isGreaterThan(0.6);
        }
        assertThat(pool.counters().timeouts() - before.timeouts()).isEqualTo(2);
    }

    @Test
    void killsAWorkerThatStaysSilentWhileItBurns() throws Exception {
        SpooledInput input = scripts.input(Map.of("limit.silence", "400ms"), "plan=burn");
        Planned planned = planned(pool.plan(input));
        assertThat(planned.plan().getState()).isEqualTo(InputState.TIMEOUT);
        assertThat(planned.plan().getReason()).contains("no sign of progress for 0.4 s");
        assertThat(planned.plan().getUnits()).isEmpty();
    }

    @Test
    void tellsMemoryThatRanOutFromACrash() throws Exception {
        assertThat(planned(pool.plan(scripts.input("plan=oom"))).plan().getState())
                .isEqualTo(InputState.OOM);
        assertThat(planned(pool.plan(scripts.input("plan=native-oom"))).plan().getState())
                .isEqualTo(InputState.OOM);
        assertThat(pool.counters().outOfMemory() - before.outOfMemory()).isEqualTo(4);
    }

    @Test
    void tellsWhatAReaderThrewThatItShouldNotHave() throws Exception {
        Planned thrown = planned(pool.plan(scripts.input("plan=throw no such thing")));
        assertThat(thrown.plan().getState()).isEqualTo(InputState.CRASH);
        assertThat(thrown.plan().getReason()).contains("IllegalStateException: no such thing");
        Planned overflown = planned(pool.plan(scripts.input("plan=overflow")));
        assertThat(overflown.plan().getReason()).contains("StackOverflowError");
        Planned ended = planned(pool.plan(scripts.input("open=exit 42")));
        assertThat(ended.plan().getState()).isEqualTo(InputState.CRASH);
        assertThat(ended.plan().getReason()).contains("exit code 42");
    }

    @Test
    void takesARefusalAsAValueOfTheFirstAttempt() throws Exception {
        Planned planned = planned(pool.plan(scripts.input("open=refuse")));
        assertThat(planned.plan().getState()).isEqualTo(InputState.REFUSED_LIMIT);
        assertThat(planned.plan().getCode()).isEqualTo("LIMIT_PAGES");
        assertThat(planned.attempts()).isOne();
        try (UnitResult result = read(pool.read(scripts.input("page.1=refuse"), page(1)))) {
            assertThat(result.inputState()).isEqualTo(InputState.REFUSED_LIMIT);
            assertThat(result.reading().getState()).isEqualTo(UnitState.REFUSED);
        }
        assertThat(crashes()).isZero();
    }

    @Test
    void doesNotWaitForAWorkerThatFloodsItsOutput() throws Exception {
        SpooledInput input = scripts.input("page.1=flood");
        try (UnitResult result = read(pool.read(input, page(1)))) {
            assertThat(result.reading().getState()).isEqualTo(UnitState.RECOGNISED);
            assertThat(result.attempts()).isOne();
        }
    }

    @Test
    void opensALockedInputWithItsPassword() throws Exception {
        SpooledInput input = scripts.input("password=swordfish");
        assertThat(planned(pool.plan(input)).plan().getState()).isEqualTo(InputState.ENCRYPTED);
        SpooledInput unlocked = Scripts.withPassword(input, "swordfish");
        assertThat(planned(pool.plan(unlocked)).plan().getState()).isNull();
        assertThat(unlocked.toString()).doesNotContain("swordfish");
    }

    @Test
    void givesTheWorkerNeitherANetworkNorTheEnvironment() throws Exception {
        String environment =
                planned(pool.plan(scripts.input("plan=show-environment"))).plan().getReason();
        assertThat(environment).contains("OMP_THREAD_LIMIT=1").doesNotContain("HOME=");
        assumeThat(Isolation.works()).as("this machine isolates networks").isTrue();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SpooledInput input = scripts.input("plan=connect " + server.getLocalPort());
            assertThat(planned(pool.plan(input)).plan().getState()).isNull();
        }
    }
}
