package io.sweepnet.spark.results;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk under the scheme {@code remote}, with the checksum files that Hadoop writes by default. */
public final class RemoteFileSystem extends LocalFileSystem {

    private static final URI ROOT = URI.create("remote:///");

    public RemoteFileSystem() {
        super(new Disk());
    }

    @Override
    public String getScheme() {
        return ROOT.getScheme();
    }

    /** Hadoop's configuration with this file system, and one that does not exist as the default. */
    static Configuration configuration() {
        Configuration configuration = new Configuration(false);
        configuration.setClass("fs.remote.impl", RemoteFileSystem.class, RemoteFileSystem.class);
        configuration.set("fs.defaultFS", "dummy://nowhere:1");
        return configuration;
    }

    private static final class Disk extends RawLocalFileSystem {

        @Override
        public URI getUri() {
            return ROOT;
        }
    }
}
