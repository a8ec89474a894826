package io.sweepnet.spark.cli;

import io.sweepnet.spark.run.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"sweepnet " + Version.text() + " (Java " + System.getProperty("java.version") + ")"};
    }
}
