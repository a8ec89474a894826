package io.sweepnet.spark.results;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Creates folders and remembers which were new, so that a run that fails can remove them. Other runs may do the same at
 * the same path at the same time: a folder may vanish between two operations, which are then repeated.
 */
final class FolderMaker {

    /**
     * The largest number of attempts. Each needs another run to remove an empty folder at the same moment; a few would
     * suffice.
     */
    private static final int ATTEMPTS = 100;

    private final Storage storage;
    /** The folders created here, the latest first, so that a folder comes before its parent. */
    private final Deque<String> made = new ArrayDeque<>();

    FolderMaker(Storage storage) {
        this.storage = storage;
    }

    /** An operation in a folder; it fails with {@link NoSuchFileException} if the folder does not exist. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** Creates the folder and its parents, where they do not exist, then runs the operation in it. */
    void in(String folder, Step step) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                make(folder);
                step.run();
                return;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void make(String folder) throws IOException {
        if (storage.isFolder(folder)) {
            return;
        }
        Optional<String> parent = storage.parent(folder);
        if (parent.isPresent()) {
            make(parent.get());
        }
        makeOne(folder);
    }

    /**
     * Creates a folder whose parent exists.
     *
     * @return false if the folder existed
     */
    boolean makeOne(String folder) throws IOException {
        boolean isNew = storage.createFolder(folder);
        if (isNew) {
            made.push(folder);
        }
        return isNew;
    }

    /** Removes the folders created here that are empty now. */
    void undo() throws IOException {
        while (!made.isEmpty()) {
            storage.deleteIfEmpty(made.pop());
        }
    }
}
