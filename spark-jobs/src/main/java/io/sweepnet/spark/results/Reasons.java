package io.sweepnet.spark.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Describes in a few words why a file operation failed; Java's own message is often only the file's name. */
final class Reasons {

    private Reasons() {}

    /** Returns the reason in one line. */
    static String of(Exception failure) {
        Throwable cause = failure;
        // Parquet wraps the cause in messages about blocks and rows.
        while (!(cause instanceof IOException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof FileSystemException e && e.getReason() == null) {
            return ofFile(e);
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElseThrow();
    }

    private static String ofFile(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getFile();
        }
        if (e instanceof NoSuchFileException) {
            return e.getFile() + " does not exist";
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + " exists already";
        }
        if (e instanceof NotDirectoryException) {
            return e.getFile() + " is not a folder";
        }
        return e.getClass().getSimpleName() + ": " + e.getFile();
    }
}
