// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import org.initium.cli.shared.JsonOutput;
import org.initium.nn.SgdConfig;
import picocli.CommandLine.Option;

/** The settings of SGD, with Keras's names and defaults. */
final class OptimizerOptions {
    @Option(
            names = "--lr",
            paramLabel = "X",
            defaultValue = "0.01",
            description = "Learning rate (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--momentum",
            paramLabel = "X",
            defaultValue = "0",
            description = "0 to 1 (default: ${DEFAULT-VALUE}).")
    private double momentum;

    @Option(names = "--nesterov", description = "Look ahead along the velocity; goes with --momentum.")
    private boolean nesterov;

    @Option(
            names = "--weight-decay",
            paramLabel = "X",
            defaultValue = "0",
            description = "Decoupled decay per update, times the rate (default: ${DEFAULT-VALUE}).")
    private double weightDecay;

    @Option(
            names = "--clipnorm",
            paramLabel = "X",
            defaultValue = "0",
            description = "Largest norm of one tensor's gradient; 0 for none.")
    private double clipnorm;

    @Option(
            names = "--clipvalue",
            paramLabel = "X",
            defaultValue = "0",
            description = "Largest magnitude in a gradient; 0 for none.")
    private double clipvalue;

    @Option(
            names = "--global-clipnorm",
            paramLabel = "X",
            defaultValue = "0",
            description = "Largest norm of all gradients together; 0 for none.")
    private double globalClipnorm;

    @Option(
            names = "--schedule",
            defaultValue = "constant",
            paramLabel = "SCHEDULE",
            description = {
                "How the rate changes from update to update, from --lr on: constant (default),",
                "exponential:decay_steps=1000,decay_rate=0.96[,staircase=true],",
                "cosine:decay_steps=1000[,alpha=0][,warmup_steps=100,warmup_target=0.1],",
                "step:boundaries=100/200,values=0.1/0.01/0.001 (in which --lr takes no part)."
            })
    private String schedule;

    /** The settings, checked. */
    SgdConfig config() {
        return new SgdConfig(
                ScheduleOption.parse(schedule, learningRate),
                momentum,
                nesterov,
                weightDecay,
                clipnorm,
                globalClipnorm,
                clipvalue);
    }

    /** The settings as they were given. */
    JsonOutput json() {
        return new JsonOutput()
                .put("learning_rate", learningRate)
                .put("schedule", schedule)
                .put("momentum", momentum)
                .put("nesterov", nesterov)
                .put("weight_decay", weightDecay)
                .put("clipnorm", clipnorm)
                .put("clipvalue", clipvalue)
                .put("global_clipnorm", globalClipnorm);
    }
}
