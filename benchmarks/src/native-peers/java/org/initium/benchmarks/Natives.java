// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

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

    /** Loads ND4J, whose products are OpenBLAS's and whose other loops are OpenMP's. */
    static void loadNd4j() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        Nd4j.getRandom().setSeed(FillBenchmark.SEED);
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        loadOpenBlas(); // after ND4J, which gives it a thread for every core
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

    /**
     * Checks mean and variance of a fill within six standard errors; no law here has a kurtosis above the normal's 3.
     *
     * @throws IllegalStateException if one is beyond
     */
    static void requireMoments(float[] values, double stddev) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        int n = values.length;
        double mean = sum / n;
        double variance = squares / n / (stddev * stddev);
        if (!(Math.abs(mean) <= 6 * stddev / Math.sqrt(n) && Math.abs(variance - 1) <= 6 * Math.sqrt(2.0 / n))) {
            throw new IllegalStateException("mean " + mean + " and variance " + variance + " in units of the law's are"
                    + " not within six standard errors of 0 and 1");
        }
    }
}
