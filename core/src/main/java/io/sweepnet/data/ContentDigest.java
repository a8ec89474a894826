package io.sweepnet.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of a table's names and content, made so that no one needs to hold all rows. Names are written as count and
 * lengths with the texts in UTF-8; content is the shard's rows in canonical order, column by column (features, targets,
 * weights), as the 64 bits of each number, highest byte first. The digest of a table of one shard is that of names and
 * content; of more shards, that of names and of the digests of the shards' contents, in shard order.
 */
public final class ContentDigest {

    private static final int BUFFER_ROWS = 1024;

    private final List<List<String>> names;

    /** For tables of these names; without classes where targets are numbers. */
    public ContentDigest(List<String> featureNames, List<String> targetNames, List<String> classes) {
        names = List.of(List.copyOf(featureNames), List.copyOf(targetNames), List.copyOf(classes));
    }

    /**
     * The digest of one shard.
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
            for (int place = 0; place < order.length; place++) {
                buffer.putDouble(column[order[place]]);
                if (!buffer.hasRemaining() || place == order.length - 1) {
                    digest.update(buffer.flip());
                    buffer.clear();
                }
            }
        }
        return digest.digest();
    }

    /** The digest of the table, as 64 hexadecimal digits, of those of all its shards in order. */
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
