// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.List;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.checks.ExactValuesCheck;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.FiniteCheck;

/**
 * An initializer without chance, on one shape.
 *
 * @param subject its name in reports
 * @param initializer what is checked
 * @param shape shape of the tensor
 * @param law the values it should give
 */
public record ExactGroup(String subject, Initializer initializer, Shape shape, ExpectedLaw.Exact law)
        implements CheckGroup {
    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<float[]> tensor = new Lazy<>(() -> initializer.create(shape, Samplers.of(key)));
        String on = shape.toString();
        return List.of(
                new PlannedCheck(
                        DeclaredLawCheck.NAME,
                        subject,
                        on,
                        false,
                        alpha -> DeclaredLawCheck.check(initializer.law(shape), law)),
                new PlannedCheck(FiniteCheck.NAME, subject, on, false, alpha -> new FiniteCheck().check(tensor.get())),
                new PlannedCheck(
                        ExactValuesCheck.NAME, subject, on, false, alpha -> ExactValuesCheck.check(tensor.get(), law)));
    }
}
