package io.sweepnet.spark.results;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Makes folders and remembers which were new, so that a run that fails can take them away again. Other runs do the same
 * in the same place at the same time: a folder may vanish between two steps, and then the steps are repeated.
 */
final class FolderMaker {

    /** Each repetition needs another run to remove an empty folder at the same moment; a few would do. */
    private static final int ATTEMPTS = 100;

    private final Storage storage;
    /** The latest first, so that a folder comes before the one it is in. */
    private final Deque<String> made = new ArrayDeque<>();

    FolderMaker(Storage storage) {
        this.storage = storage;
    }

    /** Something to do in a folder; fails with {@link NoSuchFileException} if the folder is not there. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** Makes the folder and those it is in, where they do not exist, then does the step in it. */
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

    /** Makes a folder whose parent exists; false if it existed. */
    boolean makeOne(String folder) throws IOException {
        boolean isNew = storage.createFolder(folder);
        if (isNew) {
            made.push(folder);
        }
        return isNew;
    }

    /** Removes the folders made here that are empty now. */
    void undo() throws IOException {
        while (!made.isEmpty()) {
            storage.deleteIfEmpty(made.pop());
        }
    }
}
