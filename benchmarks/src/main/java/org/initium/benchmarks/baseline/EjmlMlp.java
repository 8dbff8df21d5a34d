// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks.baseline;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** {@link PlainMlp} with EJML's products on matrices allocated once. */
public final class EjmlMlp {
    private final int batch;
    private final float rate;
    private final FMatrixRMaj[] kernels;
    private final float[][] biases;
    private final FMatrixRMaj[] outputs;
    private final FMatrixRMaj[] gradients;
    private final FMatrixRMaj[] kernelGradients;
    private final float[][] biasGradients;

    /**
     * A network that begins with these weights, which are kept, not copied.
     *
     * @param sizes numbers per sample: the input, the hidden layers, the output
     * @param batch samples in every batch
     * @param rate learning rate
     * @param kernels one for each layer, (in, out)
     * @param biases one for each layer, (out,)
     */
    public EjmlMlp(int[] sizes, int batch, float rate, float[][] kernels, float[][] biases) {
        this.batch = batch;
        this.rate = rate;
        this.biases = biases;
        int layers = kernels.length;
        this.kernels = new FMatrixRMaj[layers];
        outputs = new FMatrixRMaj[layers];
        gradients = new FMatrixRMaj[layers];
        kernelGradients = new FMatrixRMaj[layers];
        biasGradients = new float[layers][];
        for (int l = 0; l < layers; l++) {
            this.kernels[l] = FMatrixRMaj.wrap(sizes[l], sizes[l + 1], kernels[l]);
            outputs[l] = new FMatrixRMaj(batch, sizes[l + 1]);
            gradients[l] = new FMatrixRMaj(batch, sizes[l + 1]);
            kernelGradients[l] = new FMatrixRMaj(sizes[l], sizes[l + 1]);
            biasGradients[l] = new float[sizes[l + 1]];
        }
    }

    /** One step on x (batch, in) and the samples' classes; returns the mean loss before it. */
    public double step(FMatrixRMaj x, int[] labels) {
        int last = kernels.length - 1;
        for (int l = 0; l <= last; l++) {
            CommonOps_FDRM.mult(l == 0 ? x : outputs[l - 1], kernels[l], outputs[l]);
            Pointwise.addBias(batch, outputs[l].data, biases[l]);
            if (l < last) {
                Pointwise.relu(outputs[l].data);
            }
        }
        double loss = Pointwise.crossEntropy(kernels[last].numCols, outputs[last].data, labels, gradients[last].data);
        for (int l = last; l >= 0; l--) {
            CommonOps_FDRM.multTransA(l == 0 ? x : outputs[l - 1], gradients[l], kernelGradients[l]);
            Pointwise.biasGradient(batch, gradients[l].data, biasGradients[l]);
            if (l > 0) {
                CommonOps_FDRM.multTransB(gradients[l], kernels[l], gradients[l - 1]);
                Pointwise.reluGradient(outputs[l - 1].data, gradients[l - 1].data);
            }
        }
        for (int l = 0; l <= last; l++) {
            CommonOps_FDRM.addEquals(kernels[l], -rate, kernelGradients[l]);
            Pointwise.descend(biases[l], biasGradients[l], rate);
        }
        return loss;
    }
}
