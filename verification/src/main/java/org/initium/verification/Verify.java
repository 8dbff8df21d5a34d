// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.verification.groups.Bounds;
import org.initium.verification.groups.InitializerGroups;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.CheckResult;

/**
 * An assertion about an initializer of any library, for its own tests:
 *
 * <pre>{@code
 * Verify.that("MyLayers.xavier", (shape, seed) -> MyLayers.xavier(shape.dim(0), shape.dim(1), seed))
 *         .claims("glorot_uniform")
 *         .on(Shape.of(25, 20), Shape.of(3, 5, 7, 11))
 *         .passes();
 * }</pre>
 *
 * <p>The checks are those that the {@link VerificationSuite} makes of an initializer on a shape, with its two stages and its rate of
 * false alarms: a right initializer fails an assertion with probability at most {@link VerificationSuite#FAMILY_ALPHA}, whatever the
 * seed and the number of shapes. Those of a model's layers together and of a sampler's words are the suite's alone: of two tensors
 * from different seeds, {@code other_seed} finds that they are equal, not that they share a part. On each shape at least 100,000 elements are drawn, so that on a small shape the producer is called often; a standard
 * deviation that is wrong by 1.5 % is found, and the message says what else would have been. Of orthogonal matrices there are as many as have
 * five million elements, 20 at least and 5,000 at most; of those with more than 2^20 elements two, which show that they are
 * orthogonal and not the same. Use shapes of which all dimensions differ: on a square one a fan mistaken for the other changes
 * nothing.
 *
 * <p>Immutable: each method gives a new assertion.
 */
public final class Verify {
    /** Least standard deviation of a law in steps of a float: of ten million elements the rounding to a step does not show. */
    private static final int STEPS = 1 << 15;

    private final String subject;
    private final Initializer initializer;
    private final Function<Shape, ExpectedLaw> law;
    private final List<Shape> shapes;
    private final Options options;

    private Verify(
            String subject,
            Initializer initializer,
            Function<Shape, ExpectedLaw> law,
            List<Shape> shapes,
            Options options) {
        this.subject = subject;
        this.initializer = initializer;
        this.law = law;
        this.shapes = List.copyOf(shapes);
        this.options = options;
    }

    /** Initial weights of any origin. */
    @FunctionalInterface
    public interface Producer {
        /**
         * The elements of a tensor in row-major order; which axes of the shape are inputs and outputs is the law's affair. Called from
         * several threads, never from two at once; the array is read before the next call.
         *
         * @param seed of a tensor's own, any 64 bits; a producer that cannot be given one ignores it
         * @throws Exception if there are none, which fails each check in the exception's words
         */
        float[] produce(Shape shape, long seed) throws Exception;
    }

    /**
     * An assertion about the weights of any library.
     *
     * @param subject its name in messages
     */
    public static Verify that(String subject, Producer producer) {
        Objects.requireNonNull(subject, "subject");
        return new Verify(
                subject,
                new ProducedWeights(subject, Objects.requireNonNull(producer, "producer")),
                null,
                List.of(),
                Options.DEFAULT);
    }

    /** An assertion about an initializer, which claims the law that it declares until {@link #claims(String)} says otherwise. */
    public static Verify that(Initializer initializer) {
        Objects.requireNonNull(initializer, "initializer");
        return new Verify(
                initializer.toString(),
                initializer,
                shape -> declared(initializer.law(shape)),
                List.of(),
                Options.DEFAULT);
    }

    /**
     * The same of a claim to be what Initium, and Keras if it has it, calls by this name, with its default parameters and its fans: {@code
     * he_normal} has the shape's last axis for outputs and all others for inputs.
     *
     * @throws IllegalArgumentException if there is no such initializer
     */
    public Verify claims(String name) {
        if (!Initializers.names().contains(name)) {
            throw new IllegalArgumentException("no law is recorded for initializer '" + name + "', expected one of "
                    + String.join(", ", Initializers.names()));
        }
        return claims(shape -> Recipes.of(name, shape));
    }

    /** The same of a claim to draw from another law, such as {@code shape -> new ExpectedLaw.Normal(0, 0.02)}. */
    public Verify claims(Function<Shape, ExpectedLaw> other) {
        return new Verify(subject, initializer, Objects.requireNonNull(other, "law"), shapes, options);
    }

    /**
     * The same on these shapes as well.
     *
     * @throws IllegalArgumentException if a shape has no elements, which would pass every check
     */
    public Verify on(Shape... others) {
        List<Shape> all = new ArrayList<>(shapes);
        for (Shape shape : others) {
            Objects.requireNonNull(shape, "shape");
            if (shape.size() == 0) {
                throw new IllegalArgumentException("shape " + shape + " has no elements, expected one at least");
            }
            all.add(shape);
        }
        return new Verify(subject, initializer, law, all, options);
    }

    /** The same with another seed than {@link Options#DEFAULT_SEED}. */
    public Verify withSeed(long seed) {
        return new Verify(subject, initializer, law, shapes, new Options(options.only(), seed, options.full()));
    }

    /** The same with ten times the elements, as far as 50 million of them reach. */
    public Verify withTenTimesTheData() {
        return new Verify(subject, initializer, law, shapes, new Options(options.only(), options.seed(), true));
    }

    /** The same by those checks alone of which {@code "check subject shape"} has a match. */
    public Verify byChecks(Pattern only) {
        return new Verify(subject, initializer, law, shapes, new Options(only, options.seed(), options.full()));
    }

    /**
     * Asserts that all checks pass.
     *
     * @return this
     * @throws AssertionError if one fails, with what it found, what it expected and what it could have seen
     * @throws IllegalArgumentException if the claimed law cannot be, such as one of the declared ones without width
     * @throws IllegalStateException if there is no shape or no claim
     */
    public Verify passes() {
        VerificationSummary summary = summary();
        if (!summary.passed()) {
            throw new AssertionError(message(summary));
        }
        return this;
    }

    /**
     * What the checks found, without an assertion.
     *
     * @throws IllegalStateException if there is no shape or no claim
     * @throws IllegalArgumentException if no check matches {@link #byChecks}, or a law's standard deviation is less than 2^15 steps of a float at its mean, so that rounding would
     *     be found for a fault
     */
    public VerificationSummary summary() {
        if (law == null) {
            throw new IllegalStateException("nothing is claimed of '" + subject + "', expected claims(...) before");
        }
        if (shapes.isEmpty()) {
            throw new IllegalStateException("there is no shape to check '" + subject + "' on, expected on(...) before");
        }
        return VerificationSuite.run(shapes.stream().map(this::group).toList(), options, ProgressListener.NONE);
    }

    private CheckGroup group(Shape shape) {
        ExpectedLaw claimed = Objects.requireNonNull(law.apply(shape), () -> "law of shape " + shape);
        if (claimed instanceof ExpectedLaw.Random random) {
            requireSteps(random);
        }
        // The upper bound of a uniform law may occur by rounding; few libraries say that it does not.
        CheckGroup group = InitializerGroups.of(
                subject, initializer, shape, claimed, Bounds.CLOSED, InitializerGroups.matrices(shape));
        return initializer instanceof ProducedWeights ? ProducedWeights.withoutPromises(group) : group;
    }

    private static void requireSteps(ExpectedLaw.Random law) {
        double steps = law.stddev() / Math.ulp((float) (Math.abs(law.mean()) + law.stddev()));
        if (steps < STEPS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the standard deviation of %s is %.0f steps of a float, expected %d at least: less shows the rounding",
                    law,
                    steps,
                    STEPS));
        }
    }

    private static ExpectedLaw declared(Law law) {
        if (law instanceof Law.Uniform uniform) {
            return new ExpectedLaw.Uniform(uniform.lower(), uniform.upper());
        }
        if (law instanceof Law.Normal normal) {
            return new ExpectedLaw.Normal(normal.mean(), normal.stddev());
        }
        if (law instanceof Law.TruncatedNormal cut) {
            return new ExpectedLaw.TruncatedNormal(cut.mean(), cut.scale());
        }
        if (law instanceof Law.Constant constant) {
            return new ExpectedLaw.Constant((float) constant.value());
        }
        throw new IllegalStateException(law + " does not say which tensors are right, expected claims(...) before");
    }

    private String message(VerificationSummary summary) {
        StringBuilder message = new StringBuilder();
        message.append(subject)
                .append(" fails ")
                .append(summary.failures().size())
                .append(" of ")
                .append(summary.checks().size())
                .append(" checks (seed ")
                .append(options.seed())
                .append("; a right initializer fails any with probability at most ")
                .append(VerificationSuite.FAMILY_ALPHA)
                .append("):");
        // A tensor that cannot be had or judged fails all checks in the same words.
        Map<String, List<String>> unmade = summary.failures().stream()
                .filter(failure -> failure.detects().isEmpty())
                .collect(Collectors.groupingBy(
                        Verify::words, Collectors.mapping(CheckResult::check, Collectors.toList())));
        for (CheckResult failure : summary.failures()) {
            if (!failure.detects().isEmpty()) {
                message.append("\n  ").append(failure).append("; sees ").append(failure.detects());
                continue;
            }
            List<String> checks = unmade.remove(words(failure));
            if (checks != null) {
                message.append("\n  ").append(failure);
                message.append(
                        checks.size() == 1 ? "" : "; likewise " + String.join(", ", checks.subList(1, checks.size())));
            }
        }
        return message.toString();
    }

    private static String words(CheckResult failure) {
        return failure.shape() + failure.detail();
    }
}
