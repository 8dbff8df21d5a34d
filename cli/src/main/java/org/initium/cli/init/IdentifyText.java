// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import static org.initium.cli.init.LawText.number;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initium.cli.shared.JsonOutput;
import org.initium.verification.identify.Identification;
import org.initium.verification.identify.fit.Candidate;
import org.initium.verification.identify.fit.Interval;
import org.initium.verification.identify.fit.Structure;
import org.initium.verification.identify.oddities.Oddity;
import org.initium.verification.identify.seeds.SeedMatch;
import org.initium.verification.identify.seeds.SeedReport;
import org.initium.verification.laws.ExpectedLaw;

/** What {@code identify} found, in words and as JSON. */
final class IdentifyText {
    /** Posterior below which a law is not worth a line. */
    private static final double WORTH_A_LINE = 1e-4;

    private IdentifyText() {}

    static void print(Path file, Identification found, PrintWriter out) {
        String figures = found.moments()
                .map(m -> ", mean " + number(m.mean()) + ", standard deviation " + number(m.stddev()) + ", from "
                        + number(m.min()) + " to " + number(m.max()))
                .orElse("");
        out.println(file + ": " + found.shape() + ", " + found.shape().size() + " elements" + figures);
        out.println("  answer    " + answer(found));
        found.structure().ifPresent(structure -> out.println("            " + structure.detail()));
        for (Candidate candidate : found.candidates()) {
            if (candidate.posterior() >= WORTH_A_LINE
                    || candidate == found.candidates().get(0)) {
                print(candidate, out);
            }
        }
        print(found.seeds(), found.shape().size(), out);
        if (found.oddities().isEmpty()) {
            out.println("  odd       nothing");
        }
        for (Oddity oddity : found.oddities()) {
            String chance = oddity.chance().isPresent()
                    ? " (chance " + chance(oddity.chance().getAsDouble()) + ")"
                    : "";
            out.println("  odd       " + oddity.name() + ": " + oddity.found() + chance);
        }
    }

    private static String answer(Identification found) {
        return switch (found.answer()) {
            case STRUCTURE -> found.structure().orElseThrow().name();
            case LAW -> {
                Candidate best = found.candidates().get(0);
                yield String.join("; ", best.names()) + (best.fitted() ? " with parameters of its own" : "");
            }
            case UNKNOWN -> "none of the laws known here: trained weights, or another initializer";
            case TOO_FEW -> "too few elements to tell a law";
            case NOT_FINITE -> "no law: there are elements that are not finite";
        };
    }

    private static void print(Candidate candidate, PrintWriter out) {
        String names = String.join("; ", candidate.names()) + (candidate.fitted() ? ", fitted" : "");
        Interval interval = candidate.stddev();
        out.println(String.format(Locale.ROOT, "  %-9.4f ", candidate.posterior()) + names);
        out.println("            " + words(candidate.law()) + "; the sample has " + number(interval.estimate())
                + " (99 %: " + number(interval.low()) + " to " + number(interval.high()) + ")");
        String verdict =
                !candidate.tested() ? "too few elements for a test" : candidate.fits() ? "fits" : "does not fit";
        out.println("            " + verdict + ": Kolmogorov-Smirnov distance " + number(candidate.distance())
                + (candidate.tested() ? ", by chance at most " + number(candidate.critical()) : ""));
    }

    private static void print(SeedReport seeds, long size, PrintWriter out) {
        if (!seeds.skipped().isEmpty()) {
            out.println("  seed      not searched: " + seeds.skipped());
        } else if (seeds.matches().isEmpty()) {
            out.println("  seed      none of 0 to " + seeds.largest() + " on any sampler");
        }
        for (SeedMatch match : seeds.matches()) {
            String whole = match.exact()
                    ? "bit for bit " + String.join("; ", match.initializers())
                    : (match.differing() == 0 ? "all" : size - match.differing() + " of " + size)
                            + " elements but for rounding, times " + number(match.factor())
                            + (Math.abs(match.shift()) > 1e-5 * Math.abs(match.factor())
                                    ? " plus " + number(match.shift())
                                    : "");
            out.println("  seed      " + match.seed() + " on " + match.sampler() + " (" + match.seeding() + "): "
                    + whole + " (chance " + chance(seeds.accident()) + ")");
        }
    }

    static JsonOutput json(Path file, Identification found) {
        JsonOutput json = new JsonOutput()
                .put("file", file.toString())
                .put("shape", found.shape().toArray())
                .put("elements", found.shape().size());
        found.moments()
                .ifPresent(m -> json.put("mean", m.mean())
                        .put("stddev", m.stddev())
                        .put("min", m.min())
                        .put("max", m.max()));
        json.put("answer", found.answer().name().toLowerCase(Locale.ROOT)).put("initializers", initializers(found));
        json.put("structure", found.structure().map(IdentifyText::json).orElse(null));
        json.put(
                "candidates",
                found.candidates().stream().map(IdentifyText::json).toList());
        json.put("seeds", json(found.seeds()));
        List<Map<String, Object>> oddities = new ArrayList<>();
        for (Oddity oddity : found.oddities()) {
            oddities.add(new JsonOutput()
                    .put("name", oddity.name())
                    .put("found", oddity.found())
                    .put("chance", oddity.chance().isPresent() ? oddity.chance().getAsDouble() : null)
                    .fields());
        }
        return json.put("oddities", oddities);
    }

    private static List<String> initializers(Identification found) {
        return switch (found.answer()) {
            case STRUCTURE -> List.of(found.structure().orElseThrow().name());
            case LAW -> found.candidates().get(0).names();
            default -> List.of();
        };
    }

    private static Map<String, Object> json(Structure structure) {
        return new JsonOutput()
                .put("kind", structure.kind().name().toLowerCase(Locale.ROOT))
                .put("name", structure.name())
                .put("detail", structure.detail())
                .fields();
    }

    private static Map<String, Object> json(Candidate candidate) {
        return new JsonOutput()
                .put("initializers", candidate.names())
                .put("posterior", candidate.posterior())
                .put("law", words(candidate.law()))
                .put("mean", candidate.law().mean())
                .put("stddev", candidate.law().stddev())
                .put("lower", candidate.law().lower())
                .put("upper", candidate.law().upper())
                .put("scale_fitted", candidate.fitted())
                .put("stddev_estimate", candidate.stddev().estimate())
                .put("stddev_low", candidate.stddev().low())
                .put("stddev_high", candidate.stddev().high())
                .put("ks_distance", candidate.distance())
                .put("ks_critical", candidate.critical())
                .put("fits", candidate.fits())
                .fields();
    }

    private static Map<String, Object> json(SeedReport seeds) {
        List<Map<String, Object>> matches = new ArrayList<>();
        for (SeedMatch match : seeds.matches()) {
            matches.add(new JsonOutput()
                    .put("seed", match.seed())
                    .put("sampler", match.sampler())
                    .put("seeding", match.seeding())
                    .put("initializers", match.initializers())
                    .put("exact", match.exact())
                    .put("differing", match.differing())
                    .put("factor", match.factor())
                    .put("shift", match.shift())
                    .fields());
        }
        return new JsonOutput()
                .put("largest", seeds.largest())
                .put("skipped", seeds.skipped().isEmpty() ? null : seeds.skipped())
                .put("chance", seeds.accident())
                .put("matches", matches)
                .fields();
    }

    private static String words(ExpectedLaw.Random law) {
        if (law instanceof ExpectedLaw.Uniform) {
            return "uniform on [" + number(law.lower()) + ", " + number(law.upper()) + "), standard deviation "
                    + number(law.stddev());
        }
        String normal = law instanceof ExpectedLaw.Normal
                ? "normal, mean " + number(law.mean())
                : "truncated normal on (" + number(law.lower()) + ", " + number(law.upper()) + ")";
        return normal + ", standard deviation " + number(law.stddev());
    }

    private static String chance(double chance) {
        return chance == 0 ? "0" : String.format(Locale.ROOT, "%.0e", chance);
    }
}
