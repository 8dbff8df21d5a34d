// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import org.initium.Shape;
import org.initium.init.Constant;
import org.initium.init.Identity;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.init.Sparse;
import org.initium.init.TruncatedNormal;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;
import org.initium.init.conv.DeltaOrthogonal;
import org.initium.init.conv.Dirac;
import org.initium.init.conv.NamedWindow;
import org.initium.init.conv.Stft;
import org.initium.init.conv.Stft.Scaling;
import org.initium.init.conv.Stft.Side;
import org.initium.verification.laws.DeltaLaw;
import org.initium.verification.laws.DiracLaw;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.FourierLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.laws.SparseLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Implementation;

/** Which initializers are checked on which shapes: every name on at least six, and parameters other than the defaults. */
public final class InitializerGroups {
    /**
     * Ranks 0 to 5, none symmetric: matrices tall and wide; attention kernels (model, heads, head size) and (heads, head size, model);
     * kernels of convolutions with one, two and three axes, more outputs than inputs and fewer, and of a depthwise one. Any fan mistaken
     * for any other changes the standard deviation by more than the test of the variance finds, on three of them at least.
     */
    private static final List<Shape> SHAPES = List.of(
            Shape.of(),
            Shape.of(17),
            Shape.of(64, 1),
            Shape.of(25, 20),
            Shape.of(30, 500),
            Shape.of(784, 128),
            Shape.of(1000, 300),
            Shape.of(32, 8, 16),
            Shape.of(6, 10, 40),
            Shape.of(5, 12, 7),
            Shape.of(3, 5, 7, 11),
            Shape.of(3, 3, 24, 1),
            Shape.of(2, 3, 5, 7, 2),
            Shape.of(3, 4, 2, 3, 8));

    /** Enough of these for the modes that no name has. */
    private static final List<Shape> MODE_SHAPES = List.of(
            Shape.of(784, 128),
            Shape.of(30, 500),
            Shape.of(5, 12, 7),
            Shape.of(3, 5, 7, 11),
            Shape.of(2, 3, 5, 7, 2),
            Shape.of(3, 4, 2, 3, 8));

    /** Tall, wide, square and degenerate. */
    private static final List<Shape> MATRICES = List.of(
            Shape.of(1, 7), Shape.of(5, 9), Shape.of(6, 6), Shape.of(25, 20), Shape.of(64, 1), Shape.of(784, 128));

    /** Matrices again, up to a square one of 512, and convolution kernels that Keras sees as 105 x 11, 18 x 40 and 210 x 2. */
    private static final List<Shape> ORTHOGONAL = List.of(
            Shape.of(1, 9),
            Shape.of(64, 1),
            Shape.of(25, 20),
            Shape.of(20, 25),
            Shape.of(200, 200),
            Shape.of(512, 512),
            Shape.of(784, 128),
            Shape.of(128, 784),
            Shape.of(3, 5, 7, 11),
            Shape.of(3, 3, 2, 40),
            Shape.of(2, 3, 5, 7, 2));

    /** Tall and wide; one zero in a column, and many. */
    private static final List<Shape> SPARSE = List.of(
            Shape.of(2, 9),
            Shape.of(64, 1),
            Shape.of(25, 20),
            Shape.of(10, 300),
            Shape.of(784, 128),
            Shape.of(1000, 3));

    /** Kernels of one, two and three spatial axes, odd and even, with at least as many outputs as inputs. */
    private static final List<Shape> KERNELS = List.of(
            Shape.of(3, 2, 2),
            Shape.of(4, 5, 8),
            Shape.of(1, 1, 6, 6),
            Shape.of(3, 3, 16, 32),
            Shape.of(2, 5, 3, 7),
            Shape.of(3, 4, 5, 2, 3));

    /** Frames shorter and longer than their transform, of powers of two and of other numbers of points. */
    private static final List<Shape> FOURIER = List.of(
            Shape.of(3, 1, 2),
            Shape.of(8, 1, 5),
            Shape.of(25, 1, 7),
            Shape.of(16, 1, 33),
            Shape.of(100, 1, 20),
            Shape.of(400, 1, 257));

    /** Small shapes for Haar's law: square, tall, wide, and a kernel that Keras sees as 6 x 4. */
    private static final List<Shape> HAAR =
            List.of(Shape.of(2, 2), Shape.of(3, 3), Shape.of(5, 3), Shape.of(3, 5), Shape.of(8, 8), Shape.of(3, 2, 4));

    private final Implementation implementation;
    private final List<CheckGroup> groups = new ArrayList<>();

    private InitializerGroups(Implementation implementation) {
        this.implementation = implementation;
    }

    /** The groups of an implementation's initializers, by name and shape. */
    public static List<CheckGroup> of(Implementation implementation) {
        InitializerGroups all = new InitializerGroups(implementation);
        for (String name : Initializers.names()) {
            for (Shape shape : shapes(name)) {
                all.add(name, Initializers.of(name), shape, Recipes.of(name, shape));
            }
        }
        all.addOtherParameters();
        return all.groups;
    }

    /**
     * How many orthogonal matrices of a shape show their law in a few seconds at most: {@link HaarChecks#MATRICES} if they have a thousand
     * elements or fewer, and not below 20, of which all or none are positive once in 500,000 times; none if they have more than 2^20, of
     * which 200 in a second stage would take a gigabyte.
     */
    public static int matrices(Shape shape) {
        if (shape.size() > 1 << 20) {
            return 0;
        }
        return (int) Math.max(20, Math.min(HaarChecks.MATRICES, HaarChecks.MATRICES * 1000L / shape.size()));
    }

    /** What is on trial in the place of this initializer of Initium. */
    private void add(String subject, Initializer initializer, Shape shape, ExpectedLaw law) {
        int matrices = HAAR.contains(shape) || shape.equals(KERNELS.get(0)) ? HaarChecks.MATRICES : 0;
        groups.add(
                of(subject, implementation.initializers().apply(initializer), shape, law, Bounds.HALF_OPEN, matrices));
    }

    private static List<Shape> shapes(String name) {
        return switch (name) {
            case "identity" -> MATRICES;
            case "sparse" -> SPARSE;
            case "dirac", "delta_orthogonal" -> KERNELS;
            case "stft" -> FOURIER;
            case "orthogonal" -> {
                List<Shape> both = new ArrayList<>(HAAR);
                both.addAll(ORTHOGONAL);
                yield both;
            }
            default -> SHAPES;
        };
    }

    /**
     * The checks of one initializer on one shape.
     *
     * @param subject its name in reports
     * @param bounds how strictly the law's bounds hold, if it is one of independent draws
     * @param matrices how many to draw for the law of orthogonal matrices; 0 for none
     */
    public static CheckGroup of(
            String subject, Initializer initializer, Shape shape, ExpectedLaw law, Bounds bounds, int matrices) {
        if (law instanceof ExpectedLaw.Random random) {
            return new SampledGroup(subject, initializer, shape, random, bounds);
        }
        if (law instanceof ExpectedLaw.Haar haar) {
            return new OrthogonalGroup(subject, initializer, shape, haar, matrices);
        }
        if (law instanceof SparseLaw sparse) {
            return new SparseGroup(subject, initializer, shape, sparse);
        }
        if (law instanceof DeltaLaw delta) {
            return new DeltaGroup(subject, initializer, shape, delta, matrices);
        }
        if (law instanceof FourierLaw fourier) {
            return new FourierGroup(subject, initializer, shape, fourier);
        }
        return new ExactGroup(subject, initializer, shape, (ExpectedLaw.Exact) law);
    }

    /** What the defaults leave out: values that are not 0 or 1, means that are not 0, every mode, axes, gains. */
    private void addOtherParameters() {
        Shape dense = Shape.of(25, 20);
        Shape kernel = Shape.of(3, 5, 7, 11);
        add("constant 0.1", new Constant(0.1), dense, new ExpectedLaw.Constant(0.1f));
        add("identity gain -2", new Identity(-2), dense, Recipes.identity(dense, -2));
        add("random_uniform 0.5 to 2", new RandomUniform(0.5, 2), dense, new ExpectedLaw.Uniform(0.5, 2));
        add("random_normal mean -2", new RandomNormal(-2, 0.5), dense, new ExpectedLaw.Normal(-2, 0.5));
        add(
                "truncated_normal mean 1.5",
                new TruncatedNormal(1.5, 0.25),
                dense,
                new ExpectedLaw.TruncatedNormal(1.5, 0.25));
        for (Shape shape : MODE_SHAPES) {
            double in = Recipes.fanIn(shape);
            double out = Recipes.fanOut(shape);
            add(
                    "variance_scaling fan_out",
                    new VarianceScaling(2, Mode.FAN_OUT, Distribution.UNIFORM),
                    shape,
                    Recipes.symmetricUniform(Math.sqrt(3 * 2 / out)));
            add(
                    "variance_scaling fan_avg",
                    new VarianceScaling(0.5, Mode.FAN_AVG, Distribution.UNTRUNCATED_NORMAL),
                    shape,
                    new ExpectedLaw.Normal(0, Math.sqrt(0.5 / ((in + out) / 2))));
            add(
                    "variance_scaling fan_geo_avg",
                    new VarianceScaling(1, Mode.FAN_GEO_AVG, Distribution.TRUNCATED_NORMAL),
                    shape,
                    Recipes.truncatedWithVariance(1 / Math.sqrt(in * out)));
        }
        // An attention projection (model 32, heads 8, head size 16) has 32 inputs; Keras's rule would say 32 * 8.
        add(
                "he_normal by axes",
                new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL)
                        .withAxes(new int[] {0}, new int[] {1, 2}),
                Shape.of(32, 8, 16),
                Recipes.truncatedWithVariance(2.0 / 32));
        // A depthwise kernel sees 5 * 3 inputs of one channel; Keras's rule would say 5 * 3 * 16.
        add(
                "he_normal by axes",
                new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL)
                        .withAxes(new int[] {0, 1}, new int[] {3}),
                Shape.of(5, 3, 16, 2),
                Recipes.truncatedWithVariance(2.0 / 15));
        add("orthogonal gain 2.5", new Orthogonal(2.5), dense, Recipes.haar(dense, 2.5));
        add("orthogonal gain 0.1", new Orthogonal(0.1), kernel, Recipes.haar(kernel, 0.1));
        Shape frames = Shape.of(25, 1, 7);
        add(
                "stft imag",
                new Stft(Side.IMAG, NamedWindow.HANN, Scaling.DENSITY, false),
                frames,
                Recipes.fourier(frames, true));
        add("sparse 2/5", new Sparse(0.4, 2), dense, Recipes.sparse(dense, 2, 5, 2));
        Shape grouped = Shape.of(3, 2, 4, 6);
        add("dirac 3 groups", new Dirac(3), grouped, new DiracLaw(grouped, 3));
        add("delta_orthogonal gain 2.5", new DeltaOrthogonal(2.5), grouped, new DeltaLaw(grouped, 2.5));
    }
}
