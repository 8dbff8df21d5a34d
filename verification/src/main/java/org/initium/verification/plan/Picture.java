// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

/** The figures of a picture that shows what was checked beside its law; a report draws it. */
public sealed interface Picture permits HistogramData, QuantileData, EigenphaseData, DepthData {}
