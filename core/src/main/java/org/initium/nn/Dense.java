// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;
import java.util.List;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.linalg.Gemm;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;

/** A fully connected layer, {@code y = x W + b}, with a kernel {@code W} of shape (in, out) as in Keras. */
public final class Dense implements Layer {
    private final int in;
    private final int out;
    private final Parameter kernel;
    private final Parameter bias;

    /**
     * A layer with these weights.
     *
     * @param kernel (in, out)
     * @param bias (out,)
     * @throws IllegalArgumentException if the shapes are not of this form, or a dimension is 0
     */
    public Dense(Parameter kernel, Parameter bias) {
        Shape shape = kernel.shape();
        if (shape.rank() != 2 || shape.size() == 0) {
            throw new IllegalArgumentException("kernel has shape " + shape + ", expected (in, out) with both above 0");
        }
        if (!bias.shape().equals(Shape.of(shape.dim(1)))) {
            throw new IllegalArgumentException("bias has shape " + bias.shape() + ", expected " + Shape.of(shape.dim(1))
                    + " to go with a kernel of shape " + shape);
        }
        this.in = shape.dim(0);
        this.out = shape.dim(1);
        this.kernel = kernel;
        this.bias = bias;
    }

    /**
     * A layer whose weights begin as the initializers say: the kernel draws from {@code key.child(0)}, the bias from
     * {@code key.child(1)}.
     *
     * @param in numbers per sample that go in, 1 or more
     * @param out numbers per sample that come out, 1 or more
     * @throws IllegalArgumentException if a size is below 1, or an initializer does not apply
     */
    public static Dense create(int in, int out, Initializer kernel, Initializer bias, Key key) {
        return create(in, out, kernel, Samplers.of(key.child(0)), bias, Samplers.of(key.child(1)));
    }

    /**
     * A layer whose kernel and bias begin as the initializers say, both on the same draws: as two initializers of Keras
     * with one seed.
     *
     * @param in numbers per sample that go in, 1 or more
     * @param out numbers per sample that come out, 1 or more
     * @throws IllegalArgumentException if a size is below 1, or an initializer does not apply
     */
    public static Dense create(int in, int out, Initializer kernel, Initializer bias, Sampler draws) {
        return create(in, out, kernel, draws, bias, draws);
    }

    private static Dense create(
            int in, int out, Initializer kernel, Sampler kernelDraws, Initializer bias, Sampler biasDraws) {
        Shape kernelShape = Shape.of(in, out);
        Shape biasShape = Shape.of(out);
        return new Dense(
                new Parameter("kernel", kernelShape, kernel.create(kernelShape, kernelDraws)),
                new Parameter("bias", biasShape, bias.create(biasShape, biasDraws)));
    }

    @Override
    public String name() {
        return "dense";
    }

    @Override
    public int inputSize() {
        return in;
    }

    @Override
    public int outputSize() {
        return out;
    }

    /** The kernel, then the bias. */
    @Override
    public List<Parameter> parameters() {
        return List.of(kernel, bias);
    }

    @Override
    public void forward(int batch, float[] x, float[] y) {
        float[] b = bias.value(); // (out)
        for (int i = 0; i < batch; i++) {
            System.arraycopy(b, 0, y, i * out, out);
        }
        // y (batch, out) = x (batch, in) * W (in, out) + b
        Gemm.multiply(false, false, batch, out, in, 1, x, 0, in, kernel.value(), 0, out, 1, y, 0, out);
    }

    @Override
    public void backward(int batch, float[] x, float[] y, float[] dy, float[] dx) {
        // dW (in, out) = x^T (in, batch) * dy (batch, out)
        Gemm.multiply(true, false, in, out, batch, 1, x, 0, in, dy, 0, out, 0, kernel.grad(), 0, out);
        sumRows(batch, dy, bias.grad());
        if (dx != null) {
            // dx (batch, in) = dy (batch, out) * W^T (out, in)
            Gemm.multiply(false, true, batch, in, out, 1, dy, 0, out, kernel.value(), 0, out, 0, dx, 0, in);
        }
    }

    /** db (out) = sum of the rows of dy (batch, out), in order; four rows to a pass, which saves three visits to db. */
    private void sumRows(int batch, float[] dy, float[] db) {
        Arrays.fill(db, 0);
        int i = 0;
        for (; i <= batch - 4; i += 4) {
            for (int j = 0, at = i * out; j < out; j++, at++) {
                db[j] = db[j] + dy[at] + dy[at + out] + dy[at + 2 * out] + dy[at + 3 * out];
            }
        }
        for (; i < batch; i++) {
            for (int j = 0, at = i * out; j < out; j++, at++) {
                db[j] += dy[at];
            }
        }
    }
}
