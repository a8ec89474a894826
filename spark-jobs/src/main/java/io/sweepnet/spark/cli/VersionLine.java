package io.sweepnet.spark.cli;

import io.sweepnet.spark.run.Version;
import picocli.CommandLine.IVersionProvider;

/** The output of {@code --version}. */
final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"sweepnet " + Version.text() + " (Java " + System.getProperty("java.version") + ")"};
    }
}
