/** {@code initium replay}: recorded Keras trainings, made again by Initium's layers, losses and SGD. */
package org.initium.cli.replay;
