// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.List;
import java.util.function.Function;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.streams.ExtremeWordsCheck;

/**
 * The bounds and the tail of the native sampler, where its words are extreme.
 *
 * @param sampler what is checked, by the key of a stream
 */
public record ExtremeWordsGroup(Function<Key, Sampler> sampler) implements CheckGroup {
    private static final String SUBJECT = "native sampler";

    /** That of an implementation's native sampler. */
    public static ExtremeWordsGroup of(Implementation implementation) {
        return new ExtremeWordsGroup(implementation.samplers().get(Implementation.NATIVE));
    }

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        return List.of(
                planned(key, "uniform", new ExpectedLaw.Uniform(-1, 1)),
                planned(key, "truncated_normal", new ExpectedLaw.TruncatedNormal(0, 1)),
                PlannedCheck.exact(
                        ExtremeWordsCheck.NAME,
                        SUBJECT,
                        "normal",
                        () -> ExtremeWordsCheck.checkNormal(sampler.apply(key), key)));
    }

    private PlannedCheck planned(Key key, String name, ExpectedLaw.Random law) {
        return PlannedCheck.exact(
                ExtremeWordsCheck.NAME, SUBJECT, name, () -> ExtremeWordsCheck.check(sampler.apply(key), key, law));
    }
}
