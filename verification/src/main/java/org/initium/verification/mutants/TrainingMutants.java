// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.initium.nn.Parameter;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.verification.plan.Implementation;
import org.initium.verification.training.EpochOrder;
import org.initium.verification.training.StepRule;

/** Optimizers, orders of samples and descents that are wrong. */
final class TrainingMutants {
    private static final StepRule STEPS = Implementation.INITIUM.steps();
    private static final EpochOrder ORDER = Implementation.INITIUM.order();

    private TrainingMutants() {}

    static List<Mutant> all() {
        List<Mutant> mutants = new ArrayList<>(steps());
        mutants.addAll(orders());
        mutants.addAll(List.of(
                regression("gradient_not_doubled", "the squared error's gradient lacks its factor 2", 0.5),
                regression("rate_off", "the learning rate is 0.2 % too large", 1.002)));
        return mutants;
    }

    private static List<Mutant> steps() {
        return List.of(
                step(
                        "momentum_before_gradient",
                        "the velocity moves the weights before the gradient joins it",
                        (config, parameters) -> config.momentum() == 0
                                ? STEPS.optimizer(config, parameters)
                                : new Late(config, parameters),
                        "sgd_step momentum"),
                step(
                        "nesterov_ignored",
                        "Nesterov's momentum is plain momentum",
                        changed(config -> config.withNesterov(false), (config, parameter) -> {}),
                        "sgd_step nesterov"),
                step(
                        "dampened",
                        "the gradient enters the velocity times one minus the momentum",
                        changed(config -> config, (config, parameter) -> scale(1 - config.momentum(), parameter)),
                        "sgd_step momentum"),
                step(
                        "ascent",
                        "the weights go up the gradient",
                        changed(config -> config, (config, parameter) -> scale(-1, parameter)),
                        "sgd_step plain"),
                step(
                        "long_steps",
                        "the steps are too long by one in 10,000",
                        changed(config -> config, (config, parameter) -> scale(1.0001, parameter)),
                        "sgd_step plain"),
                step(
                        "coupled_decay",
                        "weight decay goes through the gradient, and so through the velocity",
                        changed(config -> config.withWeightDecay(0), (config, parameter) -> {
                            for (int i = 0; i < parameter.grad().length; i++) {
                                parameter.grad()[i] += (float)
                                        (config.weightDecay() * parameter.value()[i]);
                            }
                        }),
                        "sgd_step weight_decay"),
                step(
                        "decay_without_rate",
                        "weight decay is not times the learning rate",
                        changed(config -> config.withWeightDecay(0), (config, parameter) -> {
                            for (int i = 0; i < parameter.value().length; i++) {
                                parameter.value()[i] *= (float) (1 - config.weightDecay());
                            }
                        }),
                        "sgd_step weight_decay"),
                step(
                        "norm_without_root",
                        "clipnorm divides by the square of the norm",
                        changed(config -> config.withClipnorm(0), (config, parameter) -> {
                            double square = 0;
                            for (float g : parameter.grad()) {
                                square += (double) g * g;
                            }
                            if (config.clipnorm() > 0 && square > config.clipnorm() * config.clipnorm()) {
                                scale(config.clipnorm() / square, parameter);
                            }
                        }),
                        "sgd_step clipnorm"),
                step(
                        "norm_of_each",
                        "global_clipnorm is taken for each parameter alone",
                        changed(
                                config -> config.withGlobalClipnorm(0)
                                        .withClipnorm(Math.max(config.clipnorm(), config.globalClipnorm())),
                                (config, parameter) -> {}),
                        "sgd_step global_clipnorm"),
                step(
                        "clipped_above_only",
                        "clipvalue leaves negative gradients as they are",
                        changed(config -> config.withClipvalue(0), (config, parameter) -> {
                            for (int i = 0; i < parameter.grad().length; i++) {
                                if (config.clipvalue() > 0) {
                                    parameter.grad()[i] = (float) Math.min(
                                            config.clipvalue(), parameter.grad()[i]);
                                }
                            }
                        }),
                        "sgd_step clipvalue"));
    }

    private static List<Mutant> orders() {
        return List.of(
                order(
                        "dropped_last_batch",
                        "a last batch that is short is left out",
                        (samples, batchSize, key, epoch) -> {
                            List<int[]> batches = ORDER.batches(samples, batchSize, key, epoch);
                            boolean isShort = batches.get(batches.size() - 1).length < batchSize;
                            return isShort ? batches.subList(0, batches.size() - 1) : batches;
                        },
                        "epoch"),
                order(
                        "filled_last_batch",
                        "a last batch that is short is filled with samples that were shown",
                        (samples, batchSize, key, epoch) -> {
                            List<int[]> batches = new ArrayList<>(ORDER.batches(samples, batchSize, key, epoch));
                            int last = batches.size() - 1;
                            batches.set(last, Arrays.copyOf(batches.get(last), batchSize));
                            return batches;
                        },
                        "epoch"),
                order(
                        "with_replacement",
                        "samples are drawn with replacement",
                        (samples, batchSize, key, epoch) -> cut(batchSize, draws(samples, samples, key, epoch)),
                        "epoch",
                        "shuffle"),
                order(
                        "not_shuffled",
                        "the order is that of the data",
                        (samples, batchSize, key, epoch) -> cut(batchSize, inOrder(samples)),
                        "shuffle"),
                order(
                        "one_order",
                        "all epochs have the first one's order",
                        (samples, batchSize, key, epoch) -> ORDER.batches(samples, batchSize, key, 0),
                        "shuffle"),
                order(
                        "order_without_key",
                        "all keys have the same orders",
                        (samples, batchSize, key, epoch) -> ORDER.batches(samples, batchSize, Key.of(0), epoch),
                        "shuffle"),
                order(
                        "any_position",
                        "each sample changes places with any, not with one yet undecided",
                        (samples, batchSize, key, epoch) -> {
                            int[] order = inOrder(samples);
                            int[] draws = draws(samples, samples, key, epoch);
                            for (int i = 0; i < samples; i++) {
                                swap(order, i, draws[i]);
                            }
                            return cut(batchSize, order);
                        },
                        "shuffle all orders of 4"),
                order(
                        "never_itself",
                        "each sample changes places with an earlier one, never with itself",
                        (samples, batchSize, key, epoch) -> {
                            int[] order = inOrder(samples);
                            int[] draws = draws(samples, 1 << 20, key, epoch);
                            for (int i = samples - 1; i > 0; i--) {
                                swap(order, i, (int) ((long) draws[i] * i >>> 20));
                            }
                            return cut(batchSize, order);
                        },
                        "shuffle"),
                order(
                        "rotation",
                        "the order is that of the data from a random sample on",
                        (samples, batchSize, key, epoch) -> {
                            int first = draws(1, samples, key, epoch)[0];
                            int[] order = inOrder(samples);
                            Arrays.setAll(order, i -> (first + i) % samples);
                            return cut(batchSize, order);
                        },
                        "shuffle all orders of 4",
                        "shuffle places of 64"));
    }

    private static Mutant step(String name, String fault, StepRule rule, String... claims) {
        return new Mutant(name, fault, PLANTED, Implementation.INITIUM.withSteps(rule), claims);
    }

    private static Mutant order(String name, String fault, EpochOrder order, String... claims) {
        return new Mutant(name, fault, PLANTED, Implementation.INITIUM.withOrder(order), claims);
    }

    private static Mutant regression(String name, String fault, double factor) {
        return new Mutant(
                name,
                fault,
                PLANTED,
                Implementation.INITIUM.withRegression(
                        (samples, features, x, targets, rate, steps) -> Implementation.INITIUM
                                .regression()
                                .descend(samples, features, x, targets, factor * rate, steps)),
                "linear_regression",
                "divergence_threshold");
    }

    /** What is done to a parameter before each update. */
    @FunctionalInterface
    private interface Before {
        void change(SgdConfig config, Parameter parameter);
    }

    /** The right optimizer with other settings than it was given, after a change to each parameter. */
    private static StepRule changed(UnaryOperator<SgdConfig> settings, Before before) {
        return (config, parameters) -> {
            Runnable right = STEPS.optimizer(settings.apply(config), parameters);
            return () -> {
                parameters.forEach(parameter -> before.change(config, parameter));
                right.run();
            };
        };
    }

    /** Momentum one update late. */
    private static final class Late implements Runnable {
        private final SgdConfig config;
        private final List<Parameter> parameters;
        private final List<float[]> velocities;
        private long updates;

        Late(SgdConfig config, List<Parameter> parameters) {
            this.config = config;
            this.parameters = parameters;
            this.velocities = parameters.stream()
                    .map(parameter -> new float[parameter.value().length])
                    .toList();
        }

        @Override
        public void run() {
            double rate = config.learningRate().at(updates++);
            for (int p = 0; p < parameters.size(); p++) {
                float[] w = parameters.get(p).value();
                float[] g = parameters.get(p).grad();
                float[] m = velocities.get(p);
                for (int i = 0; i < w.length; i++) {
                    w[i] += m[i];
                    m[i] = (float) (config.momentum() * m[i] - rate * g[i]);
                }
            }
        }
    }

    private static void scale(double factor, Parameter parameter) {
        for (int i = 0; i < parameter.grad().length; i++) {
            parameter.grad()[i] *= (float) factor;
        }
    }

    private static int[] inOrder(int samples) {
        int[] order = new int[samples];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Numbers below a bound, as even as 32 bits can have them. */
    private static int[] draws(int count, int bound, Key key, int epoch) {
        int[] draws = new int[count];
        NativeWords.fill(key.child(epoch), 0, count, draws, 0);
        Arrays.setAll(draws, i -> (int) ((draws[i] & 0xFFFFFFFFL) * bound >>> 32));
        return draws;
    }

    private static List<int[]> cut(int batchSize, int[] order) {
        List<int[]> batches = new ArrayList<>();
        for (int at = 0; at < order.length; at += batchSize) {
            batches.add(Arrays.copyOfRange(order, at, Math.min(order.length, at + batchSize)));
        }
        return batches;
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
