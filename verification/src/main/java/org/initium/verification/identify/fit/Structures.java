// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.initium.Shape;
import org.initium.verification.checks.NearValuesCheck;
import org.initium.verification.identify.fit.Structure.Kind;
import org.initium.verification.laws.DeltaLaw;
import org.initium.verification.laws.DiracLaw;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.FourierLaw;
import org.initium.verification.stats.KolmogorovSmirnov;

/** Finds the initializers whose elements are not independent draws, each by what it alone does. */
public final class Structures {
    /** Zeros of a sparse matrix below which their equal numbers in all columns may be chance. */
    private static final int FEWEST_ZEROS = 8;

    /** Elements of a sparse matrix other than 0 below which nobody can tell whether they are normals. */
    private static final int FEWEST_NORMALS = 32;

    private Structures() {}

    /** The structure of a tensor, if it has one of those known here. */
    public static Optional<Structure> of(Sample sample) {
        Shape shape = sample.shape();
        if (sample.isConstant()) {
            return Optional.of(constant(sample));
        }
        boolean zeros = sample.outside(0, 0) < sample.size();
        Optional<Structure> found = Optional.empty();
        if (shape.rank() == 2 && zeros) {
            found = identity(sample);
        } else if (shape.rank() >= 3 && shape.rank() <= 5) {
            found = zeros ? dirac(sample).or(() -> delta(sample)) : found;
            found = found.or(() -> stft(sample));
        }
        if (shape.rank() >= 2) {
            found = found.or(() -> orthogonal(sample));
        }
        return shape.rank() == 2 && zeros ? found.or(() -> sparse(sample)) : found;
    }

    private static Structure constant(Sample sample) {
        float value = sample.max();
        String name = value == 0 ? "zeros" : value == 1 ? "ones" : "constant(value=" + value + ")";
        return new Structure(Kind.CONSTANT, name, "all " + sample.size() + " elements are " + value);
    }

    private static Optional<Structure> identity(Sample sample) {
        int columns = sample.shape().dim(1);
        float gain = sample.data()[0];
        for (int i = 0; i < sample.size(); i++) {
            if (sample.data()[i] != (i / columns == i % columns ? gain : 0)) {
                return Optional.empty();
            }
        }
        String name = gain == 1 ? "identity" : "identity(gain=" + gain + ")";
        return Optional.of(new Structure(Kind.IDENTITY, name, gain + " on the main diagonal, 0 elsewhere"));
    }

    private static Optional<Structure> dirac(Sample sample) {
        Shape shape = sample.shape();
        for (float x : sample.data()) {
            if (x != 0 && x != 1) {
                return Optional.empty();
            }
        }
        for (int groups = 1; groups <= shape.dim(-1); groups++) {
            if (shape.dim(-1) % groups == 0 && ones(sample, oneInKerasLayout(shape, groups))) {
                return Optional.of(dirac("dirac", groups, "a convolution (..., in, out)"));
            }
        }
        for (int groups = 1; groups <= shape.dim(0); groups++) {
            if (shape.dim(0) % groups == 0 && ones(sample, oneInTorchLayout(shape, groups))) {
                return Optional.of(dirac("torch.nn.init.dirac_", groups, "a convolution (out, in, ...)"));
            }
        }
        return Optional.empty();
    }

    private static Structure dirac(String label, int groups, String what) {
        String name = groups == 1 ? label : label + "(groups=" + groups + ")";
        return new Structure(Kind.DIRAC, name, what + " that hands its inputs on: 1 at the middle, 0 elsewhere");
    }

    private static boolean ones(Sample sample, IntPredicate one) {
        for (int i = 0; i < sample.size(); i++) {
            if (one.test(i) != (sample.data()[i] == 1)) {
                return false;
            }
        }
        return true;
    }

    private static IntPredicate oneInKerasLayout(Shape shape, int groups) {
        DiracLaw law = new DiracLaw(shape, groups);
        return element -> law.at(element) == 1;
    }

    /** (out, in, spatial ...): docs.pytorch.org, {@code torch.nn.init.dirac_}. */
    private static IntPredicate oneInTorchLayout(Shape shape, int groups) {
        int field = 1;
        int middle = 0;
        for (int axis = 2; axis < shape.rank(); axis++) {
            field *= shape.dim(axis);
            middle = middle * shape.dim(axis) + shape.dim(axis) / 2;
        }
        int positions = field;
        int centre = middle;
        int in = shape.dim(1);
        int channels = shape.dim(0) / groups;
        return element ->
                element % positions == centre && element / positions % in == element / positions / in % channels;
    }

    private static Optional<Structure> delta(Sample sample) {
        Shape shape = sample.shape();
        DeltaLaw law = new DeltaLaw(shape, 1);
        if (law.strays(sample.data()) > 0) {
            return Optional.empty();
        }
        OptionalDouble gain =
                OrthogonalMatrix.gain(law.middle(sample.data()), shape.dim(-2), shape.dim(-1), sample.bits());
        return gain.isEmpty()
                ? Optional.empty()
                : Optional.of(new Structure(
                        Kind.DELTA_ORTHOGONAL,
                        "delta_orthogonal" + parameter(gain.getAsDouble()),
                        "an orthogonal matrix at the middle, 0 elsewhere"));
    }

    private static Optional<Structure> stft(Sample sample) {
        Shape shape = sample.shape();
        if (shape.rank() != 3 || shape.dim(0) < 3 || shape.dim(1) != 1 || shape.dim(2) < 2) {
            return Optional.empty();
        }
        for (boolean imaginary : new boolean[] {false, true}) {
            FourierLaw law = new FourierLaw(shape.dim(0), shape.dim(2), imaginary);
            if (NearValuesCheck.check(sample.data(), law).passed()) {
                String name = "stft(side=" + (imaginary ? "imag" : "real") + ")";
                return Optional.of(new Structure(Kind.STFT, name, "a windowed Fourier transform, within rounding"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Structure> orthogonal(Sample sample) {
        Shape shape = sample.shape();
        int last = shape.dim(-1);
        OptionalDouble gain = OrthogonalMatrix.gain(sample.data(), sample.size() / last, last, sample.bits());
        if (gain.isPresent()) {
            return Optional.of(orthogonal(Kind.ORTHOGONAL, sample.size() / last, last, gain.getAsDouble()));
        }
        int first = shape.dim(0);
        gain = OrthogonalMatrix.gain(sample.data(), first, sample.size() / first, sample.bits());
        return gain.isPresent()
                ? Optional.of(orthogonal(Kind.ORTHOGONAL_OUT_IN, first, sample.size() / first, gain.getAsDouble()))
                : Optional.empty();
    }

    private static Structure orthogonal(Kind kind, int rows, int columns, double gain) {
        String label = kind == Kind.ORTHOGONAL ? "orthogonal" : "torch.nn.init.orthogonal_";
        return new Structure(
                kind,
                label + parameter(gain),
                (rows >= columns ? "columns" : "rows") + " of the " + rows + " x " + columns
                        + " matrix are orthogonal and of length " + digits(gain));
    }

    /** As many zeros in each column, each time in other rows, and normals elsewhere: {@code torch.nn.init.sparse_}. */
    private static Optional<Structure> sparse(Sample sample) {
        int rows = sample.shape().dim(0);
        int columns = sample.shape().dim(1);
        int[] zeros = new int[columns];
        for (int i = 0; i < sample.size(); i++) {
            zeros[i % columns] += sample.data()[i] == 0 ? 1 : 0;
        }
        boolean equal = Arrays.stream(zeros).allMatch(count -> count == zeros[0]);
        if (!equal || columns < 2 || zeros[0] == rows || zeros[0] * (long) columns < FEWEST_ZEROS || !spread(sample)) {
            return Optional.empty();
        }
        float[] others = nonzeros(sample, zeros[0] * columns);
        double stddev = Math.sqrt(sample.squares(0) / others.length);
        if (others.length < FEWEST_NORMALS
                || !(KolmogorovSmirnov.statistic(others, new ExpectedLaw.Normal(0, stddev)::cdf)
                        <= KolmogorovSmirnov.critical(others.length, Posterior.ALPHA))) {
            return Optional.empty();
        }
        String name = "sparse(sparsity=" + digits(zeros[0] / (double) rows) + ", stddev=" + digits(stddev) + ")";
        return Optional.of(
                new Structure(Kind.SPARSE, name, zeros[0] + " zeros in each of " + columns + " columns of " + rows));
    }

    /**
     * Whether the zeros of a matrix fall on rows as if each column's were drawn by itself: then those of a row are binomial, and the
     * fullest and the emptiest row both have a tail above {@link Posterior#ALPHA}, shared among two tails of all rows. A row that is 0
     * throughout, as an embedding's for padding, leaves as many zeros in each column, too.
     */
    private static boolean spread(Sample sample) {
        int rows = sample.shape().dim(0);
        int columns = sample.shape().dim(1);
        int fullest = 0;
        int emptiest = columns;
        for (int row = 0; row < rows; row++) {
            int zeros = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                zeros += sample.data()[i] == 0 ? 1 : 0;
            }
            fullest = Math.max(fullest, zeros);
            emptiest = Math.min(emptiest, zeros);
        }
        double share = 1 - sample.outside(0, 0) / (double) sample.size();
        BinomialDistribution law = new BinomialDistribution(null, columns, share);
        double least = Posterior.ALPHA / (2.0 * rows);
        return 1 - law.cumulativeProbability(fullest - 1) >= least && law.cumulativeProbability(emptiest) >= least;
    }

    private static float[] nonzeros(Sample sample, int zeros) {
        float[] nonzeros = new float[sample.size() - zeros];
        int count = 0;
        for (float x : sample.data()) {
            if (x != 0) {
                nonzeros[count++] = x;
            }
        }
        return nonzeros;
    }

    private static String parameter(double gain) {
        // A float factorisation leaves lengths off by some 1e-6.
        return Math.abs(gain - 1) < 1e-4 ? "" : "(gain=" + digits(gain) + ")";
    }

    private static String digits(double x) {
        return String.format(Locale.ROOT, "%.5g", x)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }
}
