// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.DepthData;
import org.initium.verification.propagation.CorrelationMapCheck;
import org.initium.verification.propagation.LayerRatios;
import org.initium.verification.propagation.Nets;
import org.initium.verification.propagation.PropagationProfile;
import org.initium.verification.propagation.TanhCheck;
import org.initium.verification.propagation.Transfer;
import org.initium.verification.propagation.UnitStatistic;
import org.initium.verification.propagation.WeightSource;

/** Pictures of signals in nets that are deeper than those of the checks, and all layers of one width. */
final class DepthPictures {
    /** Whose mean square in nets of rectifiers is shown. */
    static final String RELU = "he_normal";

    /** Whose mean square in nets of tanh is shown. */
    static final String TANH = "glorot_normal";

    /** What forgets He's factor of 2: the mean square halves in each layer of rectifiers. */
    private static final String CONTRAST = "lecun_normal";

    private static final int DEPTH = 20;
    private static final int WIDTH = 128;
    private static final int COUNT = 40;

    /** Child of a group's key that these nets are drawn from, out of the reach of the checks' nets and inputs. */
    private static final long STREAM = Long.MAX_VALUE - 2;

    private DepthPictures() {}

    static DepthData meanSquares(
            String subject, Initializer initializer, Function<Shape, ExpectedLaw.Random> law, Key key) {
        Key own = key.child(STREAM);
        Nets right = nets(initializer, law, own);
        Nets contrast = nets(Initializers.of(CONTRAST), shape -> (ExpectedLaw.Random) Recipes.of(CONTRAST, shape), own);
        PropagationProfile profile = new LayerRatios(Transfer.RELU, right).profile();
        return new DepthData(
                profile.quantity(),
                words("relu"),
                true,
                List.of(
                        new DepthData.Curve(subject, profile.points()),
                        new DepthData.Curve(
                                CONTRAST + ", for contrast",
                                new LayerRatios(Transfer.RELU, contrast)
                                        .profile()
                                        .points())));
    }

    static DepthData tanh(String subject, Initializer initializer, Function<Shape, ExpectedLaw.Random> law, Key key) {
        Nets nets = nets(initializer, law, key.child(STREAM));
        return picture(subject, "tanh", new TanhCheck(UnitStatistic.MEAN_SQUARE, nets).profile());
    }

    static DepthData correlations(
            String subject, Initializer initializer, Function<Shape, ExpectedLaw.Random> law, Key key) {
        Nets nets = nets(initializer, law, key.child(STREAM));
        float[] other = input(key.child(STREAM).child(Long.MAX_VALUE).child(1));
        return picture(subject, "relu", new CorrelationMapCheck(nets, other).profile());
    }

    private static DepthData picture(String subject, String hidden, PropagationProfile profile) {
        return new DepthData(
                profile.quantity(), words(hidden), false, List.of(new DepthData.Curve(subject, profile.points())));
    }

    private static String words(String hidden) {
        return COUNT + " " + hidden + " nets of " + DEPTH + " layers with " + WIDTH + " units";
    }

    private static Nets nets(Initializer initializer, Function<Shape, ExpectedLaw.Random> law, Key key) {
        int[] widths = new int[DEPTH + 1];
        Arrays.fill(widths, WIDTH);
        return new Nets(
                WeightSource.of(initializer, Samplers::of, key), law, widths, COUNT, input(key.child(Long.MAX_VALUE)));
    }

    private static float[] input(Key key) {
        float[] x = new float[WIDTH];
        Samplers.of(key).normal(0, 1, Slice.all(WIDTH), x, 0);
        return x;
    }
}
