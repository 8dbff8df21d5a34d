// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.util.Map;

/**
 * The formula of each named initializer and where it was published.
 *
 * @param formula what the elements follow
 * @param source authors, year, title, place and equation; or the documentation, where there is no paper
 */
record InitializerFacts(String formula, String source) {
    private static final String KERAS = "Keras 3, keras.initializers";
    private static final String GLOROT = "X. Glorot, Y. Bengio (2010), Understanding the difficulty of training deep"
            + " feedforward neural networks, AISTATS, equation 16";
    private static final String HE =
            "K. He, X. Zhang, S. Ren, J. Sun (2015), Delving Deep into Rectifiers, ICCV," + " equation 10";
    private static final String LECUN =
            "Y. LeCun, L. Bottou, G. B. Orr, K.-R. Mueller (1998), Efficient BackProp," + " equation 16";
    private static final String TRUNCATION =
            ", normal cut at 2 standard deviations and widened by 1/0.87962566 to make up for it";

    private static final Map<String, InitializerFacts> BY_NAME = Map.ofEntries(
            entry("zeros", "w = 0", KERAS),
            entry("ones", "w = 1", KERAS),
            entry("constant", "w = value", KERAS),
            entry("identity", "w = gain on the main diagonal, 0 elsewhere", KERAS),
            entry(
                    "small_random",
                    "w = 0.01 * N(0, 1)",
                    "Stanford CS231n, Neural Networks Part 2: Setting up the Data and the Loss"),
            entry("random_uniform", "uniform on [minval, maxval)", KERAS),
            entry("random_normal", "N(mean, stddev^2)", KERAS),
            entry("truncated_normal", "N(mean, stddev^2), redrawn until it lies within 2 stddev of mean", KERAS),
            entry(
                    "variance_scaling",
                    "variance = scale / max(1, fan); truncated_normal, untruncated_normal or uniform",
                    KERAS + "; the recipes of Glorot, He and LeCun are cases of it"),
            entry("glorot_uniform", "limit = sqrt(6 / (fan_in + fan_out)), uniform on [-limit, limit)", GLOROT),
            entry("glorot_normal", "stddev = sqrt(2 / (fan_in + fan_out))" + TRUNCATION, GLOROT),
            entry("he_uniform", "limit = sqrt(6 / fan_in), uniform on [-limit, limit)", HE),
            entry("he_normal", "stddev = sqrt(2 / fan_in)" + TRUNCATION, HE),
            entry("lecun_uniform", "limit = sqrt(3 / fan_in), uniform on [-limit, limit)", LECUN),
            entry("lecun_normal", "stddev = sqrt(1 / fan_in)" + TRUNCATION, LECUN),
            entry(
                    "orthogonal",
                    "w = gain * Q, where Q R = A with A normal and the diagonal of R positive, seen as a matrix of prod(shape[:-1]) x shape[-1]",
                    "A. M. Saxe, J. L. McClelland, S. Ganguli (2014), Exact solutions to the nonlinear dynamics of learning in"
                            + " deep linear neural networks, arXiv:1312.6120; F. Mezzadri (2007), How to generate random matrices from"
                            + " the classical compact groups, Notices of the AMS 54(5)"),
            entry(
                    "stft",
                    "w[t, 0, k] = window(t) / scaling * cos or sin of -2 pi t k / N, N = 2 (shape[2] - 1)",
                    KERAS),
            entry(
                    "sparse",
                    "N(0, stddev^2) but for ceil(sparsity * rows) zeros in each column",
                    "J. Martens (2010), Deep learning via Hessian-free optimization, ICML, section 5; PyTorch,"
                            + " torch.nn.init.sparse_"),
            entry(
                    "dirac",
                    "w = 1 at the middle position from each channel to the output of the same number in its group, 0 elsewhere",
                    "PyTorch, torch.nn.init.dirac_"),
            entry(
                    "delta_orthogonal",
                    "w = gain * Q at the middle position with Q of orthonormal rows, 0 elsewhere",
                    "L. Xiao, Y. Bahri, J. Sohl-Dickstein, S. S. Schoenholz, J. Pennington (2018), Dynamical Isometry and a Mean"
                            + " Field Theory of CNNs, arXiv:1806.05393; JAX, jax.nn.initializers.delta_orthogonal"));

    /** The facts of a name that {@link org.initium.init.Initializers#names()} has. */
    static InitializerFacts of(String name) {
        return BY_NAME.get(name);
    }

    private static Map.Entry<String, InitializerFacts> entry(String name, String formula, String source) {
        return Map.entry(name, new InitializerFacts(formula, source));
    }
}
