// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import org.initium.results.DepthData;
import org.initium.results.EigenphaseData;
import org.initium.results.Pictures;
import org.initium.results.QuantileData;
import org.initium.verification.VerificationSummary;

/** The pictures of a verification as result files have them. */
final class PictureRecords {
    private PictureRecords() {}

    static Pictures of(VerificationSummary summary) {
        return new Pictures(
                summary.pictures(org.initium.verification.plan.QuantileData.class).stream()
                        .map(q -> new QuantileData(
                                q.initializer(),
                                q.law(),
                                q.values(),
                                q.confidence(),
                                q.expected(),
                                q.measured(),
                                q.lower(),
                                q.upper()))
                        .toList(),
                summary.pictures(org.initium.verification.plan.EigenphaseData.class).stream()
                        .map(e -> new EigenphaseData(
                                e.initializer(),
                                e.order(),
                                e.matrices(),
                                e.confidence(),
                                e.expected(),
                                e.lower(),
                                e.upper(),
                                e.samples().stream()
                                        .map(s -> new EigenphaseData.Phases(
                                                s.name(), s.counts(), s.plusOne(), s.minusOne()))
                                        .toList()))
                        .toList(),
                summary.pictures(org.initium.verification.plan.DepthData.class).stream()
                        .map(d -> new DepthData(
                                d.quantity(),
                                d.nets(),
                                d.logarithmic(),
                                d.curves().stream().map(PictureRecords::curve).toList()))
                        .toList());
    }

    private static DepthData.Curve curve(org.initium.verification.plan.DepthData.Curve curve) {
        return new DepthData.Curve(
                curve.name(),
                curve.points().stream()
                        .map(p -> new DepthData.Point(p.depth(), p.measured(), p.error(), p.predicted()))
                        .toList());
    }
}
