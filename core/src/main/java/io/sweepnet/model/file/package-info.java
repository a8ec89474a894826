/**
 * Model files in JSON. {@link io.sweepnet.model.file.ModelFile} writes and reads a {@link io.sweepnet.model.file.SavedModel}: a
 * network and, unless the file has only layers, names and scaling of features and target, the classes with their {@link
 * io.sweepnet.model.file.ClassKind}, the loss and the provenance. The numbers are read with the bits that were written.
 *
 * <p>The package does not depend on the models of {@code io.sweepnet.model}, and has the configuration of a run as text only.
 */
package io.sweepnet.model.file;
