/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts interrupts from the keyboard (and requests of the system to end): the first one is a
 * request to end in order, the second ends the process at once.
 */
final class Interrupts implements AutoCloseable {
    private final AtomicInteger count = new AtomicInteger();
    private final Runnable atOnce;
    private final List<Runnable> restores = new ArrayList<>();

    /** Counts from now on; {@code atOnce} runs at the second one. */
    Interrupts(Runnable atOnce) {
        this.atOnce = atOnce;
    }

    /** Takes the signals of this process until it is closed, where the platform lets us. */
    void install() {
        for (String signal : new String[] {"INT", "TERM"}) {
            handle(signal);
        }
    }

    /** Gives the signals back. */
    @Override
    public void close() {
        restores.forEach(Runnable::run);
        restores.clear();
    }

    boolean requested() {
        return count.get() > 0;
    }

    /** Counts one. */
    void raise() {
        if (count.incrementAndGet() > 1) {
            atOnce.run();
        }
    }

    /** By reflection: the class is supported by every JDK, and no part of the platform's API. */
    private void handle(String name) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            InvocationHandler raise =
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            raise();
                        }
                        return method.getName().equals("hashCode") ? (Object) 1 : null;
                    };
            Object handler =
                    Proxy.newProxyInstance(
                            handlers.getClassLoader(), new Class<?>[] {handlers}, raise);
            Object signal = signals.getConstructor(String.class).newInstance(name);
            Method handle = signals.getMethod("handle", signals, handlers);
            Object before = handle.invoke(null, signal, handler);
            restores.add(() -> invoke(handle, signal, before));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Without it an interrupt ends the process at once, which resumes as well.
            return;
        }
    }

    private static void invoke(Method handle, Object signal, Object handler) {
        try {
            handle.invoke(null, signal, handler);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The process is ending; whoever held the signal before does without it.
            return;
        }
    }
}
