/**
 * {@code initium predict} and {@code initium export}: weights on their way from and to Keras.
 *
 * <p>{@link org.initium.cli.keras.KerasWeights} is what both speak of, {@link org.initium.cli.keras.WeightsH5} knows where
 * Keras keeps it in an HDF5 file. jHDF reads HDF5; {@link org.initium.cli.keras.Hdf5Writer} says why it does not write it.
 */
package org.initium.cli.keras;
