package io.sweepnet.spark;

import io.sweepnet.PublicPackagesContract;

/** Which packages of this module are public. */
class PublicPackagesTest extends PublicPackagesContract {

    PublicPackagesTest() {
        super("spark-jobs", "io.sweepnet.spark");
    }
}
