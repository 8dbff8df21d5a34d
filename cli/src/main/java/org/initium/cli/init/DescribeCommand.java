// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.util.LinkedHashMap;
import java.util.Map;
import org.initium.Shape;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.InitializerOptions;
import org.initium.cli.shared.JsonOutput;
import org.initium.init.Fans;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.init.VarianceScaling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initium describe}: the law that an initializer's weights follow. */
@Command(
        name = "describe",
        description =
                "Show the law that an initializer's weights follow: fans, bounds, mean, standard deviation, formula, paper.")
public final class DescribeCommand extends BaseCommand {
    @Parameters(paramLabel = "INITIALIZER", description = "A name such as he_normal.")
    private String name;

    @Option(
            names = "--shape",
            required = true,
            paramLabel = "SHAPE",
            description = "Dimensions, such as 784,128 or 784x128; () for a scalar.")
    private Shape shape;

    @Mixin
    private InitializerOptions options;

    /** For picocli. */
    public DescribeCommand() {}

    @Override
    public Integer call() {
        Initializer initializer = options.create(name);
        Law law = initializer.law(shape);
        Fans fans = initializer instanceof VarianceScaling scaling ? scaling.fans(shape) : Fans.of(shape);
        InitializerFacts facts = InitializerFacts.of(name);
        if (json()) {
            new JsonOutput()
                    .put("initializer", name)
                    .put("initializer_parameters", options.json())
                    .put("shape", shape.toArray())
                    .put("fan_in", fans.fanIn())
                    .put("fan_out", fans.fanOut())
                    .put("law", LawText.of(law))
                    .put("lower", law.lower())
                    .put("upper", law.upper())
                    .put("mean", law.mean())
                    .put("stddev", law.stddev())
                    .put("formula", facts.formula())
                    .put("source", facts.source())
                    .print(out());
            return 0;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("fan_in", LawText.number(fans.fanIn()));
        lines.put("fan_out", LawText.number(fans.fanOut()));
        lines.put("law", LawText.of(law));
        lines.put("lower", LawText.number(law.lower()));
        lines.put("upper", LawText.number(law.upper()));
        lines.put("mean", LawText.number(law.mean()));
        lines.put("stddev", LawText.number(law.stddev()));
        lines.put("formula", facts.formula());
        lines.put("source", facts.source());
        out().println(name + " for shape " + shape);
        lines.forEach((label, text) -> out().println("  " + label + " ".repeat(9 - label.length()) + text));
        return 0;
    }
}
