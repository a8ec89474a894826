package io.sweepnet;

/** Which packages of this module are public. */
class PublicPackagesTest extends PublicPackagesContract {

    PublicPackagesTest() {
        super("core", "io.sweepnet");
    }
}
