/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * A loaded TorchScript module. Arguments are wrapped and unwrapped here and nowhere else, so that
 * no native value is forgotten. Methods of modules that change no state may be called from several
 * threads.
 */
final class TorchModule implements AutoCloseable {
    private final String name;
    private final PtNDManager manager;
    private final PtSymbolBlock block;

    TorchModule(String name, PtNDManager parent) {
        this.name = name;
        this.manager = (PtNDManager) parent.newSubManager();
        byte[] bytes = ModulePackage.of(name);
        try {
            block = JniUtils.loadModule(manager, new ByteArrayInputStream(bytes), false, false);
        } catch (IOException e) {
            throw new IllegalStateException("module %s does not load".formatted(name), e);
        }
    }

    /**
     * Calls a method that returns a tensor.
     *
     * @param target owns the result
     * @param arguments Integer, Long, Double, Boolean, String, PtNDArray, long[], double[] or a
     *     list of PtNDArray
     */
    PtNDArray tensor(PtNDManager target, String method, Object... arguments) {
        try (Call call = call(method, arguments)) {
            return call.result.toTensor(target);
        }
    }

    /** Calls a method whose result does not matter. */
    void run(String method, Object... arguments) {
        call(method, arguments).close();
    }

    private Call call(String method, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = wrap(arguments[i]);
            }
            // The executor would specialise itself to each new shape; shapes vary here.
            JniUtils.setGraphExecutorOptimize(false);
            return new Call(IValueUtils.runMethod(block, method, values), values);
        } catch (RuntimeException e) {
            free(values);
            throw new IllegalStateException(
                    "%s.%s failed: %s".formatted(name, method, e.getMessage()), e);
        }
    }

    private static final class Call implements AutoCloseable {
        private final IValue result;
        private final IValue[] arguments;

        Call(IValue result, IValue[] arguments) {
            this.result = result;
            this.arguments = arguments;
        }

        @Override
        public void close() {
            result.close();
            free(arguments);
        }
    }

    private static void free(IValue[] values) {
        for (IValue value : values) {
            if (value != null) {
                value.close();
            }
        }
    }

    private static IValue wrap(Object argument) {
        if (argument instanceof PtNDArray tensor) {
            return IValue.from(tensor);
        } else if (argument instanceof Integer number) {
            return IValue.from(number.longValue());
        } else if (argument instanceof Long number) {
            return IValue.from(number);
        } else if (argument instanceof Double number) {
            return IValue.from(number);
        } else if (argument instanceof Boolean flag) {
            return IValue.from(flag);
        } else if (argument instanceof String text) {
            return IValue.from(text);
        } else if (argument instanceof long[] numbers) {
            return IValue.listFrom(numbers);
        } else if (argument instanceof double[] numbers) {
            return IValue.listFrom(numbers);
        } else if (argument instanceof List<?> tensors) {
            return IValue.listFrom(
                    tensors.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
        }
        throw new IllegalArgumentException("no native value for " + argument.getClass());
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
