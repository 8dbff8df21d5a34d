// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

import org.initium.Shape;

/**
 * What each named initializer should give, restated from the papers and from Keras's documentation with formulas and fans
 * of its own: the engine's are what is being checked.
 */
public final class Recipes {
    private Recipes() {}

    /**
     * The law of the named initializer, with its default parameters, on tensors of a shape.
     *
     * @throws IllegalArgumentException if no expectation is recorded for the name, or the initializer does not apply to the
     *     shape: a name that the engine gains without a recipe here must not go unchecked
     */
    public static ExpectedLaw of(String name, Shape shape) {
        double in = fanIn(shape);
        double out = fanOut(shape);
        return switch (name) {
            case "zeros", "constant" -> new ExpectedLaw.Constant(0f);
            case "ones" -> new ExpectedLaw.Constant(1f);
            case "identity" -> identity(shape, 1f);
            // Stanford CS231n, "Setting up the data and the model": 0.01 * np.random.randn(D, H).
            case "small_random" -> new ExpectedLaw.Normal(0, 0.01);
            // keras.io/api/layers/initializers: the defaults of the unscaled ones.
            case "random_uniform" -> new ExpectedLaw.Uniform(-0.05, 0.05);
            case "random_normal" -> new ExpectedLaw.Normal(0, 0.05);
            case "truncated_normal" -> new ExpectedLaw.TruncatedNormal(0, 0.05);
            // Glorot and Bengio (2010), equation 16: U(-sqrt(6 / (in + out)), ...), of variance 2 / (in + out).
            case "glorot_uniform" -> symmetricUniform(Math.sqrt(6 / (in + out)));
            case "glorot_normal" -> truncatedWithVariance(2 / (in + out));
            // He et al. (2015), equation 10: variance 2 / in.
            case "he_uniform" -> symmetricUniform(Math.sqrt(6 / in));
            case "he_normal" -> truncatedWithVariance(2 / in);
            // LeCun et al. (1998), equation 16: variance 1 / in. Keras's VarianceScaling() is the same with a normal.
            case "lecun_uniform" -> symmetricUniform(Math.sqrt(3 / in));
            case "lecun_normal", "variance_scaling" -> truncatedWithVariance(1 / in);
            case "orthogonal" -> haar(shape, 1);
            // keras.io/api/layers/initializers: the real side of a Hann window, scaled by density.
            case "stft" -> fourier(shape, false);
            // torch.nn.init.sparse_: ceil(sparsity * rows) zeros, here for a tenth, and N(0, 0.01^2).
            case "sparse" -> sparse(shape, 1, 10, 0.01);
            case "dirac" -> new DiracLaw(kernel(shape), 1);
            case "delta_orthogonal" -> new DeltaLaw(kernel(shape), 1);
            default -> throw new IllegalArgumentException("no expected law is recorded for initializer '" + name + "'");
        };
    }

    /** The uniform on {@code [-limit, limit)}. */
    public static ExpectedLaw.Uniform symmetricUniform(double limit) {
        return new ExpectedLaw.Uniform(-limit, limit);
    }

    /** The normal about 0, cut at two of its standard deviations, whose variance is this after the cut. */
    public static ExpectedLaw.TruncatedNormal truncatedWithVariance(double variance) {
        return new ExpectedLaw.TruncatedNormal(0, Math.sqrt(variance) / ExpectedLaw.TruncatedNormal.STANDARD_STDDEV);
    }

    /**
     * The identity matrix times {@code gain}.
     *
     * @throws IllegalArgumentException if the shape is not that of a matrix
     */
    public static ExpectedLaw.Identity identity(Shape shape, float gain) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException("identity has rank 2, got shape " + shape);
        }
        return new ExpectedLaw.Identity(shape.dim(0), shape.dim(1), gain);
    }

    /**
     * The orthogonal matrix times {@code gain} as which Keras sees a shape: all dimensions but the last are its rows.
     *
     * @throws IllegalArgumentException if the rank is below 2
     */
    public static ExpectedLaw.Haar haar(Shape shape, double gain) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException("an orthogonal matrix has rank 2 or more, got shape " + shape);
        }
        int columns = shape.dim(-1);
        return new ExpectedLaw.Haar((int) (shape.size() / columns), columns, gain);
    }

    /**
     * The Fourier kernel of a shape (frame, 1, bins) with Hann's window.
     *
     * @throws IllegalArgumentException if the shape is not of this form
     */
    public static FourierLaw fourier(Shape shape, boolean imaginary) {
        if (shape.rank() != 3 || shape.dim(0) < 3 || shape.dim(1) != 1 || shape.dim(2) < 2) {
            throw new IllegalArgumentException("a Fourier kernel is (frame, 1, bins), got shape " + shape);
        }
        return new FourierLaw(shape.dim(0), shape.dim(2), imaginary);
    }

    /**
     * A matrix in whose columns {@code numerator / denominator} of the elements, rounded up, are 0.
     *
     * @throws IllegalArgumentException if the shape is not that of a matrix
     */
    public static SparseLaw sparse(Shape shape, int numerator, int denominator, double stddev) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException("a sparse matrix has rank 2, got shape " + shape);
        }
        int zeros = (shape.dim(0) * numerator + denominator - 1) / denominator;
        return new SparseLaw(shape.dim(0), shape.dim(1), zeros, new ExpectedLaw.Normal(0, stddev));
    }

    private static Shape kernel(Shape shape) {
        if (shape.rank() < 3 || shape.rank() > 5) {
            throw new IllegalArgumentException("a convolution kernel has rank 3, 4 or 5, got shape " + shape);
        }
        return shape;
    }

    /**
     * Inputs of a unit: every element but those along the last axis belongs to one, so size over outputs; a vector counts
     * as its own length and a scalar as 1 (keras.io/api/layers/initializers).
     */
    public static double fanIn(Shape shape) {
        return shape.rank() < 2 ? shape.size() : (double) shape.size() / shape.dim(-1);
    }

    /** Outputs that an input reaches: likewise size over inputs. */
    public static double fanOut(Shape shape) {
        return shape.rank() < 2 ? shape.size() : (double) shape.size() / shape.dim(-2);
    }
}
