// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The native libraries, on one thread each as everybody else. Their arrays lie outside the heap and are made in advance. */
final class Natives {
    private Natives() {}

    /** Loads OpenBLAS, which has threads of its own. */
    static void loadOpenBlas() {
        Loader.load(openblas_nolapack.class);
        org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(1);
    }

    /** Loads libtorch, whose products and factorisations are OpenBLAS's here and whose other loops are OpenMP's. */
    static void loadTorch() {
        loadOpenBlas();
        Loader.load(torch.class);
        torch.set_num_threads(1);
        torch.manual_seed(FillBenchmark.SEED);
    }

    /** A copy outside the heap. */
    static FloatPointer copy(float[] values) {
        return new FloatPointer(values.length).put(values, 0, values.length);
    }

    /** A tensor of these values. */
    static Tensor tensor(float[] values, long... shape) {
        Tensor tensor = torch.empty(shape);
        tensor.data_ptr_float().put(values, 0, values.length);
        return tensor;
    }

    /** The values of a contiguous tensor. */
    static float[] values(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        tensor.data_ptr_float().get(values);
        return values;
    }
}
