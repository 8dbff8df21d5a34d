/** {@code initium train}: data, options, checkpoints and what a run has to say for itself. */
package org.initium.cli.train;
