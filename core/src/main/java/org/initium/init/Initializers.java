// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import static org.initium.init.VarianceScaling.Distribution.TRUNCATED_NORMAL;
import static org.initium.init.VarianceScaling.Distribution.UNIFORM;
import static org.initium.init.VarianceScaling.Mode.FAN_AVG;
import static org.initium.init.VarianceScaling.Mode.FAN_IN;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.initium.init.conv.DeltaOrthogonal;
import org.initium.init.conv.Dirac;
import org.initium.init.conv.Stft;

/** The named recipes: Keras 3's with its parameters and defaults, then those of PyTorch and JAX that Keras lacks. */
public final class Initializers {
    /**
     * X. Glorot, Y. Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks", AISTATS,
     * equation 16: variance {@code 2 / (fanIn + fanOut)}.
     */
    private static final double GLOROT = 1;

    /**
     * K. He, X. Zhang, S. Ren, J. Sun (2015), "Delving Deep into Rectifiers", ICCV, equation 10: variance
     * {@code 2 / fanIn}.
     */
    private static final double HE = 2;

    /**
     * Y. LeCun, L. Bottou, G. B. Orr, K.-R. Mueller (1998), "Efficient BackProp", equation 16: variance
     * {@code 1 / fanIn}.
     */
    private static final double LECUN = 1;

    private static final Map<String, Initializer> BY_NAME = Collections.unmodifiableMap(byName());

    private Initializers() {}

    /** All 0; {@code np.zeros} of the classic tutorials. Hidden units that begin equal stay equal. */
    public static Initializer zeros() {
        return new Constant(0);
    }

    /** All 1. */
    public static Initializer ones() {
        return new Constant(1);
    }

    /**
     * {@code 0.01 * np.random.randn(...)}, the small random numbers of the classic tutorials (Stanford CS231n, "Neural
     * Networks Part 2: Setting up the Data and the Loss").
     */
    public static Initializer smallRandom() {
        return new RandomNormal(0, 0.01);
    }

    /** Glorot and Bengio's uniform, also called Xavier: limit {@code sqrt(6 / (fanIn + fanOut))}. */
    public static Initializer glorotUniform() {
        return new VarianceScaling(GLOROT, FAN_AVG, UNIFORM);
    }

    /** Glorot and Bengio's variance with a truncated normal. */
    public static Initializer glorotNormal() {
        return new VarianceScaling(GLOROT, FAN_AVG, TRUNCATED_NORMAL);
    }

    /** He et al.'s variance with a uniform: limit {@code sqrt(6 / fanIn)}. */
    public static Initializer heUniform() {
        return new VarianceScaling(HE, FAN_IN, UNIFORM);
    }

    /** He et al.'s variance with a truncated normal. */
    public static Initializer heNormal() {
        return new VarianceScaling(HE, FAN_IN, TRUNCATED_NORMAL);
    }

    /** LeCun et al.'s variance with a uniform: limit {@code sqrt(3 / fanIn)}. */
    public static Initializer lecunUniform() {
        return new VarianceScaling(LECUN, FAN_IN, UNIFORM);
    }

    /** LeCun et al.'s variance with a truncated normal. */
    public static Initializer lecunNormal() {
        return new VarianceScaling(LECUN, FAN_IN, TRUNCATED_NORMAL);
    }

    /**
     * The initializer of Keras's snake_case name, with Keras's default parameters; also {@code small_random} and what
     * Keras lacks, {@code sparse}, {@code dirac} and {@code delta_orthogonal}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Initializer of(String name) {
        Initializer initializer = BY_NAME.get(name);
        if (initializer == null) {
            throw new IllegalArgumentException(
                    "initializer '" + name + "' is unknown, expected one of " + String.join(", ", names()));
        }
        return initializer;
    }

    /** The names that {@link #of} knows, from the plainest to the most structured. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Initializer> byName() {
        Map<String, Initializer> map = new LinkedHashMap<>();
        map.put("zeros", zeros());
        map.put("ones", ones());
        map.put("constant", Constant.DEFAULT);
        map.put("identity", Identity.DEFAULT);
        map.put("small_random", smallRandom());
        map.put("random_uniform", RandomUniform.DEFAULT);
        map.put("random_normal", RandomNormal.DEFAULT);
        map.put("truncated_normal", TruncatedNormal.DEFAULT);
        map.put("variance_scaling", VarianceScaling.DEFAULT);
        map.put("glorot_uniform", glorotUniform());
        map.put("glorot_normal", glorotNormal());
        map.put("he_uniform", heUniform());
        map.put("he_normal", heNormal());
        map.put("lecun_uniform", lecunUniform());
        map.put("lecun_normal", lecunNormal());
        map.put("orthogonal", Orthogonal.DEFAULT);
        map.put("stft", Stft.DEFAULT);
        map.put("sparse", Sparse.DEFAULT);
        map.put("dirac", Dirac.DEFAULT);
        map.put("delta_orthogonal", DeltaOrthogonal.DEFAULT);
        return map;
    }
}
