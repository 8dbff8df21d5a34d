// SPDX-License-Identifier: Apache-2.0
/**
 * One self-contained HTML page out of a run's figures: SVG drawn here, no script, nothing loaded from anywhere.
 *
 * <p>{@link org.initium.results.report.HtmlReport} is the way in; the page is well-formed XML, so that tests can parse it.
 */
package org.initium.results.report;
