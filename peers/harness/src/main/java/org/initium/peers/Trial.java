// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.initium.Shape;
import org.initium.results.PeerFindings.Failure;
import org.initium.results.PeerFindings.Figures;
import org.initium.results.PeerFindings.Finding;
import org.initium.verification.Verify;
import org.initium.verification.checks.Verdict;
import org.initium.verification.groups.Bounds;
import org.initium.verification.groups.SampleChecks;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckResult;
import org.initium.verification.samples.Draws;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.samples.SerialCorrelationCheck;
import org.initium.verification.streams.OtherSeedCheck;

/**
 * A candidate on one shape, judged by the checks of {@code verification}.
 *
 * <p>Of a law of independent elements {@link #ELEMENTS} are drawn, in as many tensors as that takes. A check that fails on these is
 * made again on the first 64, 128, 256 … of them, for the least number on which it fails. Each of these checks has a rate of false alarms of at
 * most {@link #ALPHA}, and none is made twice for the verdict. Laws of whole tensors are {@link Verify}'s affair, which fails a right
 * initializer in any of its checks once in 10^6 times.
 */
final class Trial {
    /** Elements drawn for a law of independent ones: a standard deviation off by 0.4 % is found. */
    static final int ELEMENTS = 1 << 20;

    /** Rate of false alarms of each check. */
    static final double ALPHA = 1e-9;

    /** Of the first tensor; the others' follow. None is 0, which means "no seed" to TensorFlow's kernels and to ND4J. */
    static final long FIRST_SEED = 1;

    /** The first of the doubling series. */
    private static final int FEWEST = 64;

    private final Candidate candidate;
    private final Shape shape;
    private float[] sample;

    Trial(Candidate candidate, Shape shape) {
        this.candidate = candidate;
        this.shape = shape;
    }

    /** What came of each claim. */
    List<Finding> findings() {
        Failure obstacle = obstacle(candidate, shape);
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : candidate.claims()) {
            ExpectedLaw law = claim.law().apply(shape);
            List<Failure> failures = obstacle == null ? failures(law) : List.of(obstacle);
            findings.add(new Finding(
                    candidate.initializer(),
                    shape.toString(),
                    claim.documented(),
                    claim.source(),
                    claim.link(),
                    claim.says(),
                    obstacle == null ? figures(law) : Figures.NONE,
                    failures,
                    failures.isEmpty() ? "" : candidate.does(),
                    obstacle == null && !failures.isEmpty() && confirmed()));
        }
        return findings;
    }

    /** Why there is no tensor of this shape; null if there is one. */
    static Failure obstacle(Candidate candidate, Shape shape) {
        try {
            Shape drawn = candidate.source().draw(shape, FIRST_SEED).shape();
            return drawn.equals(shape) ? null : new Failure("shape", shape.size(), "has shape " + drawn);
        } catch (Exception | LinkageError e) {
            return new Failure("draws", 0, words(e));
        }
    }

    private List<Failure> failures(ExpectedLaw law) {
        return law instanceof ExpectedLaw.Random random ? sampled(random) : asserted(law);
    }

    private List<Failure> sampled(ExpectedLaw.Random law) {
        List<Failure> failures = new ArrayList<>(failures(sample(), law));
        Verdict other = OtherSeedCheck.check(draw(FIRST_SEED), draw(FIRST_SEED + 1));
        if (!other.passed()) {
            failures.add(new Failure(OtherSeedCheck.NAME, shape.size(), other.detail()));
        }
        failures.sort(Comparator.comparingLong(Failure::elements));
        return failures;
    }

    private List<Failure> failures(float[] elements, ExpectedLaw.Random law) {
        Draws draws = new Draws(elements, law);
        List<SampleCheck> checks = new ArrayList<>(SampleChecks.of(law, Bounds.CLOSED));
        checks.add(SerialCorrelationCheck.of(shape));
        List<Failure> failures = new ArrayList<>();
        for (SampleCheck check : checks) {
            Verdict verdict = check.check(draws, ALPHA);
            if (!verdict.passed()) {
                failures.add(new Failure(check.name(), least(check, elements, law), verdict.detail()));
            }
        }
        return failures;
    }

    /** The least number of elements of the series on which a check fails that fails on all. */
    private static int least(SampleCheck check, float[] elements, ExpectedLaw.Random law) {
        for (int n = FEWEST; n < elements.length; n *= 2) {
            try {
                if (!check.check(Arrays.copyOf(elements, n), law, ALPHA).passed()) {
                    return n;
                }
            } catch (IllegalArgumentException tooFew) {
                continue;
            }
        }
        return elements.length;
    }

    /** Whether the law that the candidate seems to follow passes. */
    private boolean confirmed() {
        if (candidate.actual() == null) {
            return false;
        }
        ExpectedLaw law = candidate.actual().apply(shape);
        return candidate.besidesZeros()
                ? failures(withoutZeros(sample()), (ExpectedLaw.Random) law).isEmpty()
                : failures(law).isEmpty();
    }

    private static float[] withoutZeros(float[] elements) {
        float[] others = new float[elements.length];
        int count = 0;
        for (float x : elements) {
            if (x != 0) {
                others[count++] = x;
            }
        }
        return Arrays.copyOf(others, count);
    }

    /** Laws of whole tensors: constants element by element, orthogonal matrices by the thousand. */
    private List<Failure> asserted(ExpectedLaw law) {
        return Verify.that(
                        candidate.initializer(),
                        (asked, seed) -> candidate.source().draw(asked, seed).values())
                .claims(asked -> law)
                .on(shape)
                .summary()
                .failures()
                .stream()
                .map(this::failure)
                .toList();
    }

    private Failure failure(CheckResult result) {
        return new Failure(result.check(), shape.size(), result.detail());
    }

    private Figures figures(ExpectedLaw law) {
        double stddev = 1;
        if (law instanceof ExpectedLaw.Random random) {
            stddev = random.stddev();
        } else if (law instanceof ExpectedLaw.Haar haar) {
            stddev = haar.entryStddev();
        }
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int zeros = 0;
        float[] values = law instanceof ExpectedLaw.Random ? sample() : draw(FIRST_SEED);
        for (float x : values) {
            sum += x;
            zeros += x == 0 ? 1 : 0;
            least = Math.min(least, x);
            greatest = Math.max(greatest, x);
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float x : values) {
            squares += (x - mean) * (x - mean);
        }
        double ratio = law instanceof ExpectedLaw.Exact ? Double.NaN : Math.sqrt(squares / values.length) / stddev;
        return new Figures(
                values.length, ratio, mean / stddev, least / stddev, greatest / stddev, (double) zeros / values.length);
    }

    private float[] sample() {
        if (sample == null) {
            float[] all = new float[ELEMENTS];
            long seed = FIRST_SEED;
            for (int filled = 0; filled < ELEMENTS; seed++) {
                float[] values = draw(seed);
                int count = Math.min(values.length, ELEMENTS - filled);
                System.arraycopy(values, 0, all, filled, count);
                filled += count;
            }
            sample = all;
        }
        return sample;
    }

    private float[] draw(long seed) {
        try {
            return candidate.source().draw(shape, seed).values();
        } catch (Exception e) {
            throw new IllegalStateException(
                    candidate.initializer() + " drew " + shape + " once, but for seed " + seed + " threw " + e, e);
        }
    }

    /** Type and message, without the lines that follow the first. */
    static String words(Throwable e) {
        String message = e.getMessage() == null
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + message;
    }
}
