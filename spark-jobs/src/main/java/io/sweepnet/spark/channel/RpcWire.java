package io.sweepnet.spark.channel;

/** A wire over Spark's own RPC, which uses Spark's authentication and encryption. */
final class RpcWire implements Wire {

    private static final int ASKS = 20;

    @Override
    public Object ask(Message message) throws Exception {
        return ChannelPlugin.ask(message);
    }

    @Override
    public int patience() {
        return ASKS;
    }
}
