package io.sweepnet.spark.cli.session;

import io.sweepnet.spark.input.InputException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.util.Utils;

/**
 * Lets Spark and Hadoop run where the machine's own name has no address, or the user id has no name, as in containers.
 * Spark looks the name up before it reads any setting, and Hadoop asks the system for the user's name.
 */
public final class Machine {

    private static final String ADDRESS = "SPARK_LOCAL_IP";
    private static final String HOST = "SPARK_LOCAL_HOSTNAME";
    private static final String LOCAL_HOST = "localhost";

    /** The name that Java gives a user id without a name. */
    private static final String NAMELESS = "?";

    private Machine() {}

    /** Gives Spark a host name and Hadoop a user name where the system has none. Must be called before both are used. */
    public static void prepare() {
        if (isUnknown()) {
            Utils.setCustomHostname(LOCAL_HOST);
        }
        if (System.getProperty("user.name").equals(NAMELESS)) {
            String name = Stream.of("HADOOP_USER_NAME", "SPARK_USER", "USER")
                    .map(System::getenv)
                    .filter(value -> value != null && !value.isBlank())
                    .findFirst()
                    .orElse("sweepnet");
            System.setProperty("user.name", name);
            UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(name));
        }
    }

    /** Refuses a master whose executors are on other machines where they could not find this one. */
    static void requireAddress(String master) {
        if (isUnknown()) {
            throw new InputException(
                    "master = " + master + ": this machine's name has no address, which executors need; name"
                            + " one that they reach in " + ADDRESS);
        }
    }

    /** Returns whether the machine's own name cannot be looked up, and the user has named no other nor an address. */
    private static boolean isUnknown() {
        boolean isNamed = Optional.ofNullable(System.getenv(HOST))
                .filter(host -> !host.equals(LOCAL_HOST))
                .isPresent();
        if (isNamed || System.getenv(ADDRESS) != null) {
            return false;
        }
        try {
            return InetAddress.getLocalHost().getHostAddress().isEmpty();
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
