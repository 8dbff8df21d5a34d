// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Constant;
import org.initium.init.Initializer;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;
import org.initium.nn.Activation;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.Picture;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.propagation.ActivityCheck;
import org.initium.verification.propagation.CorrelationMapCheck;
import org.initium.verification.propagation.DeadGradientCheck;
import org.initium.verification.propagation.GainCheck;
import org.initium.verification.propagation.IsometryCheck;
import org.initium.verification.propagation.LayerRatios;
import org.initium.verification.propagation.Nets;
import org.initium.verification.propagation.RatioLawCheck;
import org.initium.verification.propagation.SpreadCheck;
import org.initium.verification.propagation.SymmetryCheck;
import org.initium.verification.propagation.TanhCheck;
import org.initium.verification.propagation.Transfer;
import org.initium.verification.propagation.UnitStatistic;
import org.initium.verification.propagation.WeightSource;

/** What initializers do to a signal that passes through a net of their kernels: which ones, in which nets. */
public final class PropagationGroups {
    /** The input and five layers, no two neighbours alike, so that one fan taken for the other changes every gain. */
    private static final int[] WIDTHS = {64, 128, 96, 128, 96, 128};

    /** Nets of a group: 115,200 units. */
    private static final int NETS = 200;

    /**
     * Likewise where it is ratios that are checked, whose laws are exact at every width: half as wide, a unit costs half as much, and its
     * ratio varies the more.
     */
    private static final int[] RATIO_WIDTHS = {32, 64, 48, 64, 48, 64};

    /** Nets of such a group: 576,000 units, of which after a rectifier a variance that is wrong by 2.5 % is found. */
    private static final int RATIO_NETS = 2000;

    /**
     * Layers of a net that keeps every length: what a layer changes by adds up, so that the gate of the last is 50 times as wide as
     * that of the first, and a gain that is wrong in every layer is as large at any depth.
     */
    private static final int ORTHOGONAL_DEPTH = 50;

    /** The input and its layers: each second one wider by 2, none narrower, as orthogonal layers need to keep every length. */
    private static final int[] GROWING = IntStream.rangeClosed(0, ORTHOGONAL_DEPTH)
            .map(layer -> 32 + layer / 2 * 2)
            .toArray();

    private static final int ORTHOGONAL_NETS = 10;

    /** Inputs, two hidden layers and classes of a perceptron; no two alike. */
    private static final int[] PERCEPTRON = {7, 9, 8, 3};

    /** Samples of its batches, no multiple of the classes. */
    private static final int BATCH = 4;

    private static final int UPDATES = 10;

    /** Child of a group's key that inputs are drawn from, out of the reach of the nets'. */
    private static final long INPUT_STREAM = Long.MAX_VALUE - 1;

    private PropagationGroups() {}

    /** The groups of an implementation's initializers. */
    public static List<CheckGroup> of(Implementation implementation) {
        Initializer heNormal = implementation
                .initializers()
                .apply(new VarianceScaling(2, Mode.FAN_IN, Distribution.UNTRUNCATED_NORMAL));
        Initializer lecunNormal = implementation
                .initializers()
                .apply(new VarianceScaling(1, Mode.FAN_IN, Distribution.UNTRUNCATED_NORMAL));
        Initializer glorotNormal = implementation
                .initializers()
                .apply(new VarianceScaling(1, Mode.FAN_AVG, Distribution.UNTRUNCATED_NORMAL));
        return List.of(
                new RatioGroup(
                        "he_normal",
                        implementation.initializer("he_normal"),
                        new KernelLaw.Named("he_normal"),
                        Transfer.RELU),
                new RatioGroup(
                        "he_uniform",
                        implementation.initializer("he_uniform"),
                        new KernelLaw.Named("he_uniform"),
                        Transfer.RELU),
                new RatioGroup("He's normal", heNormal, new KernelLaw.FanInNormal(2), Transfer.RELU),
                new RatioGroup(
                        "lecun_normal",
                        implementation.initializer("lecun_normal"),
                        new KernelLaw.Named("lecun_normal"),
                        Transfer.LINEAR),
                new RatioGroup("LeCun's normal", lecunNormal, new KernelLaw.FanInNormal(1), Transfer.LINEAR),
                new CorrelationGroup("He's normal", heNormal, new KernelLaw.FanInNormal(2)),
                new TanhGroup(
                        "glorot_normal",
                        implementation.initializer("glorot_normal"),
                        new KernelLaw.Named("glorot_normal"),
                        List.of(UnitStatistic.MEAN_SQUARE)),
                new TanhGroup(
                        "Glorot's normal", glorotNormal, new KernelLaw.GlorotNormal(), List.of(UnitStatistic.values())),
                new IsometryGroup("orthogonal", implementation.initializer("orthogonal")),
                new DegenerateGroup(
                        implementation.initializer("zeros"),
                        implementation.initializers().apply(new Constant(0.1))));
    }

    private record RatioGroup(
            String subject, Initializer initializer, Function<Shape, ExpectedLaw.Random> law, Transfer transfer)
            implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            Lazy<LayerRatios> ratios = new Lazy<>(
                    () -> new LayerRatios(transfer, nets(initializer, law, RATIO_WIDTHS, RATIO_NETS, key, effort)));
            String net = net(transfer.name(), RATIO_WIDTHS);
            List<PlannedCheck> plan = new ArrayList<>(List.of(
                    new PlannedCheck(GainCheck.NAME, subject, net, true, alpha -> GainCheck.check(ratios.get(), alpha)),
                    new PlannedCheck(
                            SpreadCheck.NAME, subject, net, true, alpha -> SpreadCheck.check(ratios.get(), alpha)),
                    new PlannedCheck(
                            ActivityCheck.NAME,
                            subject,
                            net,
                            true,
                            alpha -> ActivityCheck.check(ratios.get(), alpha))));
            if (law instanceof KernelLaw.FanInNormal) {
                plan.add(new PlannedCheck(
                        RatioLawCheck.NAME, subject, net, true, alpha -> RatioLawCheck.check(ratios.get(), alpha)));
            }
            return plan;
        }

        @Override
        public List<Picture> pictures(Key key) {
            return subject.equals(DepthPictures.RELU)
                    ? List.of(DepthPictures.meanSquares(subject, initializer, law, key))
                    : List.of();
        }
    }

    private record CorrelationGroup(String subject, Initializer initializer, Function<Shape, ExpectedLaw.Random> law)
            implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            Lazy<CorrelationMapCheck> check = new Lazy<>(() -> new CorrelationMapCheck(
                    nets(initializer, law, WIDTHS, NETS, key, effort),
                    input(key.child(INPUT_STREAM).child(1), WIDTHS[0])));
            return List.of(new PlannedCheck(
                    CorrelationMapCheck.NAME,
                    subject,
                    net("relu", WIDTHS),
                    true,
                    alpha -> check.get().verdict(alpha)));
        }

        @Override
        public List<Picture> pictures(Key key) {
            return List.of(DepthPictures.correlations(subject, initializer, law, key));
        }
    }

    /** The slopes only where the weights are normal: of others' fourth moment they would need widths of thousands. */
    private record TanhGroup(
            String subject,
            Initializer initializer,
            Function<Shape, ExpectedLaw.Random> law,
            List<UnitStatistic> statistics)
            implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            List<PlannedCheck> plan = new ArrayList<>();
            for (UnitStatistic statistic : statistics) {
                Lazy<TanhCheck> check =
                        new Lazy<>(() -> new TanhCheck(statistic, nets(initializer, law, WIDTHS, NETS, key, effort)));
                plan.add(new PlannedCheck(
                        TanhCheck.NAME,
                        subject,
                        net("tanh", WIDTHS) + " " + statistic.name().toLowerCase(Locale.ROOT),
                        true,
                        alpha -> check.get().verdict(alpha)));
            }
            return plan;
        }

        @Override
        public List<Picture> pictures(Key key) {
            return subject.equals(DepthPictures.TANH)
                    ? List.of(DepthPictures.tanh(subject, initializer, law, key))
                    : List.of();
        }
    }

    private record IsometryGroup(String subject, Initializer initializer) implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            return List.of(PlannedCheck.exact(
                    IsometryCheck.NAME,
                    subject,
                    "linear " + GROWING[0] + " to " + GROWING[ORTHOGONAL_DEPTH] + ", " + ORTHOGONAL_DEPTH + " layers",
                    () -> IsometryCheck.check(
                            WeightSource.of(initializer, Samplers::of, key),
                            1,
                            GROWING,
                            effort.times() * ORTHOGONAL_NETS,
                            input(key.child(INPUT_STREAM), GROWING[0]))));
        }
    }

    private record DegenerateGroup(Initializer zeros, Initializer constant) implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            List<PlannedCheck> plan = new ArrayList<>();
            for (Activation hidden : List.of(Activation.RELU, Activation.TANH)) {
                String net = net(hidden.kerasName(), PERCEPTRON);
                plan.add(PlannedCheck.exact(
                        DeadGradientCheck.NAME,
                        "zeros",
                        net,
                        () -> DeadGradientCheck.check(zeros, hidden, PERCEPTRON, BATCH, key)));
                plan.add(PlannedCheck.exact(
                        SymmetryCheck.NAME,
                        "constant 0.1",
                        net,
                        () -> SymmetryCheck.check(
                                constant,
                                hidden,
                                PERCEPTRON,
                                BATCH,
                                SgdConfig.of(0.1).withMomentum(0.9),
                                UPDATES,
                                key)));
            }
            return plan;
        }
    }

    private static Nets nets(
            Initializer initializer,
            Function<Shape, ExpectedLaw.Random> law,
            int[] widths,
            int count,
            Key key,
            Effort effort) {
        return new Nets(
                WeightSource.of(initializer, Samplers::of, key),
                law,
                widths,
                effort.times() * count,
                input(key.child(INPUT_STREAM), widths[0]));
    }

    private static float[] input(Key key, int width) {
        float[] x = new float[width];
        Samplers.of(key).normal(0, 1, Slice.all(width), x, 0);
        return x;
    }

    /** {@code "relu 64-128-96"}. */
    private static String net(String hidden, int[] widths) {
        return hidden.toLowerCase(Locale.ROOT) + " "
                + Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    }
}
