package io.sweepnet;

/** No code of this module distinguishes losses or activations but by their properties. */
class NoTypeChecksTest extends NoTypeChecksContract {

    NoTypeChecksTest() {
        super("io.sweepnet");
    }
}
