// SPDX-License-Identifier: Apache-2.0
/**
 * Tables in {@code docs/*.md} that are made from published results, never typed: {@link org.initium.results.docs.Documents}
 * puts them between their marks, {@link org.initium.results.docs.PerformanceTables} holds measured figures against
 * {@link org.initium.results.docs.Goals}.
 */
package org.initium.results.docs;
