// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initium.Shape;
import org.initium.verification.identify.fit.FanConvention.Fans;
import org.initium.verification.identify.fit.Hypothesis.Name;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/**
 * The initializers of known scale: those of Keras and PyTorch with every way of counting fans, and what other libraries ship
 * under their names, the wrong ones included.
 *
 * <p>Weights are prior odds: 1 for a Keras initializer that counts as Keras does, less for what is rarer. They matter only where
 * a sample cannot tell two laws apart.
 */
final class Catalogue {
    /** Prior weight of an initializer whose fans were counted otherwise than its library does. */
    private static final double MISCOUNTED = 0.05;

    /** Laws whose scales agree to this are one law: ten orders above rounding, and far below what a sample can tell. */
    private static final double SAME = 1e-6;

    private enum Mode {
        FAN_IN,
        FAN_OUT,
        FAN_AVG;

        double fan(Fans fans) {
            return switch (this) {
                case FAN_IN -> fans.in();
                case FAN_OUT -> fans.out();
                case FAN_AVG -> (fans.in() + fans.out()) / 2;
            };
        }
    }

    private enum Kind {
        UNIFORM {
            @Override
            ExpectedLaw.Random law(double variance) {
                return Recipes.symmetricUniform(Math.sqrt(3 * variance));
            }
        },
        /** The same limit, but drawn from 0 on. */
        POSITIVE_UNIFORM {
            @Override
            ExpectedLaw.Random law(double variance) {
                return new ExpectedLaw.Uniform(0, Math.sqrt(3 * variance));
            }
        },
        NORMAL {
            @Override
            ExpectedLaw.Random law(double variance) {
                return new ExpectedLaw.Normal(0, Math.sqrt(variance));
            }
        },
        TRUNCATED {
            @Override
            ExpectedLaw.Random law(double variance) {
                return Recipes.truncatedWithVariance(variance);
            }
        },
        /** Cut without making up for it: the variance falls short by 0.774. */
        UNCORRECTED {
            @Override
            ExpectedLaw.Random law(double variance) {
                return new ExpectedLaw.TruncatedNormal(0, Math.sqrt(variance));
            }
        };

        abstract ExpectedLaw.Random law(double variance);
    }

    /** An initializer that scales by fans: variance {@code scale / fan}. */
    private record Scaled(
            String label, Kind kind, double scale, Mode mode, FanConvention usual, double weight, boolean miscounted) {}

    /** An initializer that does not look at the shape. */
    private record Fixed(String label, ExpectedLaw.Random law, double weight) {}

    private static final List<Scaled> SCALED = scaled();
    private static final List<Fixed> FIXED = fixed();

    private Catalogue() {}

    /** All hypotheses for a shape without a dimension 0, each law once. */
    static List<Hypothesis> of(Shape shape) {
        // By standard deviation, so that equal laws are found among neighbours and not by comparing all pairs.
        TreeMap<Double, List<Hypothesis>> found = new TreeMap<>();
        for (Fixed fixed : FIXED) {
            add(found, new Name(fixed.label(), null, true), fixed.law(), fixed.weight());
        }
        for (Scaled scaled : SCALED) {
            Fans own = scaled.usual().fans(shape);
            add(found, new Name(scaled.label(), scaled.usual(), true), law(scaled, own), scaled.weight());
        }
        for (Scaled scaled : SCALED) {
            List<Fans> counted = new ArrayList<>(List.of(scaled.usual().fans(shape)));
            for (FanConvention convention : FanConvention.values()) {
                Fans fans = convention.fans(shape);
                if (scaled.miscounted() && !counted.contains(fans)) {
                    counted.add(fans);
                    Name name = new Name(scaled.label(), convention, false);
                    add(found, name, law(scaled, fans), MISCOUNTED * scaled.weight());
                }
            }
        }
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** The names of all initializers here. */
    static List<String> labels() {
        return Stream.concat(FIXED.stream().map(Fixed::label), SCALED.stream().map(Scaled::label))
                .distinct()
                .toList();
    }

    private static ExpectedLaw.Random law(Scaled scaled, Fans fans) {
        return scaled.kind().law(scaled.scale() / scaled.mode().fan(fans));
    }

    private static void add(TreeMap<Double, List<Hypothesis>> found, Name name, ExpectedLaw.Random law, double weight) {
        double stddev = law.stddev();
        for (List<Hypothesis> near :
                found.subMap(stddev * (1 - SAME), stddev * (1 + SAME)).values()) {
            for (int i = 0; i < near.size(); i++) {
                Hypothesis other = near.get(i);
                if (same(other.law(), law)) {
                    List<Name> names = new ArrayList<>(other.names());
                    // Where fans coincide, how they were counted is not worth another name.
                    if (names.stream().noneMatch(known -> known.label().equals(name.label()))) {
                        names.add(name);
                    }
                    near.set(i, new Hypothesis(List.copyOf(names), other.law(), other.weight() + weight));
                    return;
                }
            }
        }
        found.computeIfAbsent(stddev, key -> new ArrayList<>()).add(new Hypothesis(List.of(name), law, weight));
    }

    /** Whether two laws are of one family and agree in mean and standard deviation, hence in everything. */
    private static boolean same(ExpectedLaw.Random a, ExpectedLaw.Random b) {
        return a.getClass() == b.getClass()
                && Math.abs(a.mean() - b.mean()) <= SAME * a.stddev()
                && Math.abs(a.stddev() - b.stddev()) <= SAME * a.stddev();
    }

    private static List<Scaled> scaled() {
        List<Scaled> rows = new ArrayList<>();
        // keras.io/api/layers/initializers; jax.nn.initializers has the same laws under the same names.
        keras(rows, "glorot_uniform", Kind.UNIFORM, 1, Mode.FAN_AVG);
        keras(rows, "glorot_normal", Kind.TRUNCATED, 1, Mode.FAN_AVG);
        keras(rows, "he_uniform", Kind.UNIFORM, 2, Mode.FAN_IN);
        keras(rows, "he_normal", Kind.TRUNCATED, 2, Mode.FAN_IN);
        keras(rows, "lecun_uniform", Kind.UNIFORM, 1, Mode.FAN_IN);
        keras(rows, "lecun_normal", Kind.TRUNCATED, 1, Mode.FAN_IN);
        keras(rows, "variance_scaling", Kind.TRUNCATED, 1, Mode.FAN_IN);
        // docs.pytorch.org/docs/stable/nn.init.html; a = sqrt(5) is what torch.nn.Linear and the convolutions pass.
        torch(rows, "torch.nn.init.xavier_uniform_", Kind.UNIFORM, 1, Mode.FAN_AVG);
        torch(rows, "torch.nn.init.xavier_normal_", Kind.NORMAL, 1, Mode.FAN_AVG);
        torch(rows, "torch.nn.init.kaiming_uniform_", Kind.UNIFORM, 2, Mode.FAN_IN);
        torch(rows, "torch.nn.init.kaiming_normal_", Kind.NORMAL, 2, Mode.FAN_IN);
        torch(rows, "torch.nn.init.kaiming_uniform_(mode='fan_out')", Kind.UNIFORM, 2, Mode.FAN_OUT);
        torch(rows, "torch.nn.init.kaiming_normal_(mode='fan_out')", Kind.NORMAL, 2, Mode.FAN_OUT);
        torch(rows, "torch.nn.init.kaiming_uniform_(a=sqrt(5))", Kind.UNIFORM, 1 / 3.0, Mode.FAN_IN);
        // What variance_scaling gives beyond the recipes above.
        for (Mode mode : Mode.values()) {
            for (int scale = 1; scale <= 2; scale++) {
                boolean recipe = mode == Mode.FAN_IN || mode == Mode.FAN_AVG && scale == 1;
                general(rows, "untruncated_normal", Kind.NORMAL, scale, mode);
                if (!recipe) {
                    general(rows, "truncated_normal", Kind.TRUNCATED, scale, mode);
                    general(rows, "uniform", Kind.UNIFORM, scale, mode);
                }
            }
        }
        // Before keras-team/keras issue 8048 and tensorflow issue 18706 were settled, and in the ports that kept it.
        other(rows, "glorot_normal, uncorrected for its cut", Kind.UNCORRECTED, 1, Mode.FAN_AVG);
        other(rows, "he_normal, uncorrected for its cut", Kind.UNCORRECTED, 2, Mode.FAN_IN);
        other(rows, "lecun_normal, uncorrected for its cut", Kind.UNCORRECTED, 1, Mode.FAN_IN);
        // Deeplearning4j, org.deeplearning4j.nn.weights.WeightInit*: untruncated; LECUN_UNIFORM has limit 3 / sqrt(in).
        other(rows, "Deeplearning4j XAVIER", Kind.NORMAL, 1, Mode.FAN_AVG);
        other(rows, "Deeplearning4j RELU", Kind.NORMAL, 2, Mode.FAN_IN);
        other(rows, "Deeplearning4j LECUN_NORMAL", Kind.NORMAL, 1, Mode.FAN_IN);
        other(rows, "Deeplearning4j LECUN_UNIFORM", Kind.UNIFORM, 3, Mode.FAN_IN);
        // DJL, ai.djl.training.initializer.XavierInitializer: limit sqrt(12 / (in + out)) by default.
        rows.add(new Scaled(
                "DJL XavierInitializer()", Kind.UNIFORM, 2, Mode.FAN_AVG, FanConvention.PYTORCH, 0.1, false));
        // Encog, XaiverRandomizer: limit 2 / sqrt(in + out). Neuroph, He's uniform: limit 3 sqrt(2 / in).
        other(rows, "Encog XaiverRandomizer", Kind.UNIFORM, 2 / 3.0, Mode.FAN_AVG);
        other(rows, "Neuroph He uniform", Kind.UNIFORM, 6, Mode.FAN_IN);
        // KotlinDL and TensorFlow Java draw from [0, limit); the latter counts a convolution's channels twice.
        positive(rows, "Glorot uniform", 1, Mode.FAN_AVG);
        positive(rows, "He uniform", 2, Mode.FAN_IN);
        positive(rows, "LeCun uniform", 1, Mode.FAN_IN);
        return List.copyOf(rows);
    }

    private static void keras(List<Scaled> rows, String label, Kind kind, double scale, Mode mode) {
        rows.add(new Scaled(label, kind, scale, mode, FanConvention.KERAS, 1, true));
    }

    private static void torch(List<Scaled> rows, String label, Kind kind, double scale, Mode mode) {
        rows.add(new Scaled(label, kind, scale, mode, FanConvention.PYTORCH, 0.5, true));
    }

    private static void general(List<Scaled> rows, String distribution, Kind kind, int scale, Mode mode) {
        String name = mode.name().toLowerCase(Locale.ROOT);
        String label = "variance_scaling(scale=" + scale + ", mode=" + name + ", distribution=" + distribution + ")";
        rows.add(new Scaled(label, kind, scale, mode, FanConvention.KERAS, 0.1, false));
    }

    private static void other(List<Scaled> rows, String label, Kind kind, double scale, Mode mode) {
        rows.add(new Scaled(label, kind, scale, mode, FanConvention.KERAS, 0.1, false));
    }

    private static void positive(List<Scaled> rows, String label, double scale, Mode mode) {
        Kind kind = Kind.POSITIVE_UNIFORM;
        rows.add(new Scaled("KotlinDL " + label, kind, scale, mode, FanConvention.KERAS, 0.1, false));
        rows.add(new Scaled("TensorFlow Java " + label, kind, scale, mode, FanConvention.CHANNELS_TWICE, 0.1, false));
    }

    private static List<Fixed> fixed() {
        return List.of(
                // keras.io/api/layers/initializers: the defaults of the unscaled ones.
                new Fixed("random_uniform", new ExpectedLaw.Uniform(-0.05, 0.05), 1),
                new Fixed("random_normal", new ExpectedLaw.Normal(0, 0.05), 1),
                new Fixed("truncated_normal", new ExpectedLaw.TruncatedNormal(0, 0.05), 1),
                // Stanford CS231n, "Setting up the data and the model": 0.01 * np.random.randn(D, H).
                new Fixed("small_random", new ExpectedLaw.Normal(0, 0.01), 0.5),
                // docs.jax.dev, jax.nn.initializers: the defaults.
                new Fixed("jax.nn.initializers.normal()", new ExpectedLaw.Normal(0, 0.01), 0.1),
                new Fixed("jax.nn.initializers.uniform()", new ExpectedLaw.Uniform(0, 0.01), 0.1),
                new Fixed("jax.nn.initializers.truncated_normal()", new ExpectedLaw.TruncatedNormal(0, 0.01), 0.1),
                // initializer_range of the transformers that Hugging Face ships, and of Google's BERT, which cuts.
                new Fixed("normal(stddev=0.02), as GPT-2's", new ExpectedLaw.Normal(0, 0.02), 0.3),
                new Fixed("truncated_normal(stddev=0.02), as BERT's", new ExpectedLaw.TruncatedNormal(0, 0.02), 0.3),
                // docs.pytorch.org, torch.nn.Embedding and torch.rand; numpy.org, randn and random.
                new Fixed("standard normal, as torch.nn.Embedding's", new ExpectedLaw.Normal(0, 1), 0.2),
                new Fixed("standard uniform, as torch.rand's", new ExpectedLaw.Uniform(0, 1), 0.1));
    }
}
