package io.sweepnet.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of a table's names and content, defined by shards so that no process needs all rows. Names are written as counts
 * and lengths with the texts in UTF-8. The content of a shard is its rows in canonical order, column by column (features,
 * targets, weights), as the 64 bits of each number, highest byte first. The digest of a table of one shard is the SHA-256 of
 * names and content; of several shards, the SHA-256 of the names and of the digests of the shards' contents, in shard order.
 */
public final class ContentDigest {

    private static final int BUFFER_ROWS = 1024;

    private final List<List<String>> names;

    /** Creates the digest for tables with these names; {@code classes} is empty if targets are numbers. */
    public ContentDigest(List<String> featureNames, List<String> targetNames, List<String> classes) {
        names = List.of(List.copyOf(featureNames), List.copyOf(targetNames), List.copyOf(classes));
    }

    /**
     * Returns the digest of one shard, 32 bytes.
     *
     * @param columns features, targets and weights if there are any, [column][row]
     * @param order the rows of the shard in canonical order
     * @param shards number of shards of the whole table
     */
    public byte[] shard(double[][] columns, int[] order, int shards) {
        MessageDigest digest = newSha256();
        if (shards == 1) {
            update(digest);
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_ROWS * Double.BYTES);
        for (double[] column : columns) {
            for (int i = 0; i < order.length; i++) {
                buffer.putDouble(column[order[i]]);
                if (!buffer.hasRemaining() || i == order.length - 1) {
                    digest.update(buffer.flip());
                    buffer.clear();
                }
            }
        }
        return digest.digest();
    }

    /** Returns the digest of a table as 64 hexadecimal digits, given the digests of all its shards in order. */
    public String table(List<byte[]> shards) {
        if (shards.size() == 1) {
            return HexFormat.of().formatHex(shards.get(0));
        }
        MessageDigest digest = newSha256();
        update(digest);
        shards.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void update(MessageDigest digest) {
        for (List<String> texts : names) {
            digest.update((texts.size() + ":").getBytes(StandardCharsets.UTF_8));
            for (String name : texts) {
                digest.update((name.length() + ":" + name).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
