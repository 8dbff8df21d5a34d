// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.samples.AndersonDarlingCheck;
import org.initium.verification.samples.BoundsCheck;
import org.initium.verification.samples.EdgeGapCheck;
import org.initium.verification.samples.EqualBinsCheck;
import org.initium.verification.samples.FiniteCheck;
import org.initium.verification.samples.KolmogorovSmirnovCheck;
import org.initium.verification.samples.LegendreMomentsCheck;
import org.initium.verification.samples.MeanCheck;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.samples.TailCountsCheck;
import org.initium.verification.samples.VarianceCheck;

/** Which checks a sample of independent draws gets, by its law. */
public final class SampleChecks {
    private SampleChecks() {}

    /** The checks, cheapest first. */
    public static List<SampleCheck> of(ExpectedLaw.Random law, Bounds bounds) {
        boolean bounded = Double.isFinite(law.bound());
        boolean leaks = bounded && bounds == Bounds.LEAKING;
        List<SampleCheck> checks = new ArrayList<>(List.of(new FiniteCheck()));
        if (bounded && !leaks) {
            checks.add(new BoundsCheck(bounds == Bounds.CLOSED));
            checks.add(new EdgeGapCheck());
        }
        checks.add(new MeanCheck());
        checks.add(new VarianceCheck());
        if (law instanceof ExpectedLaw.Normal) {
            checks.add(new TailCountsCheck());
        }
        if (!leaks) {
            // A bin where the law has no probability must be empty.
            checks.add(new EqualBinsCheck());
        }
        checks.add(new KolmogorovSmirnovCheck());
        checks.add(new AndersonDarlingCheck());
        checks.add(new LegendreMomentsCheck());
        return checks;
    }
}
