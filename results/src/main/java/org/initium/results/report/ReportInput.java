// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Optional;
import org.initium.results.Comparison;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.initium.results.TrainingCurve;
import org.initium.results.VerificationSummary;

/**
 * All that a report shows; a part that was not measured is left out of the page, with a sentence in its place.
 *
 * @param environment where and when
 * @param verification what the checks found
 * @param trainingCurve a network that learns
 * @param bench what JMH measured
 * @param comparison this run against a published one
 * @param noComparison why there is no comparison, one sentence; read only if there is none
 * @param commands commands that reproduce the figures, one a line
 */
public record ReportInput(
        Environment environment,
        Optional<VerificationSummary> verification,
        Optional<TrainingCurve> trainingCurve,
        Optional<JmhRun> bench,
        Optional<Comparison> comparison,
        String noComparison,
        List<String> commands) {
    /** Copies the list. */
    public ReportInput {
        commands = List.copyOf(commands);
    }
}
