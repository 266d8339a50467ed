package reaging.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/** Explains why a file could not be read or written. Java's own messages often name only the file. */
final class IoFault {
    private IoFault() {}

    /** Returns what was tried and why it failed. */
    static String text(UncheckedIOException failure) {
        var cause = Objects.requireNonNull(failure.getCause(), "an UncheckedIOException has a cause");
        var reason = reason(cause);
        var tried = said(failure);
        if (tried.contains(reason)) {
            return tried;
        }
        // Created from a cause alone, it has no message of its own.
        return tried.equals(cause.toString()) ? reason : tried + ": " + reason;
    }

    private static String reason(IOException failure) {
        if (failure.getCause() instanceof IOException cause) {
            return reason(cause); // ImageIO's "I/O error writing PNG file!"
        }
        return failure instanceof FileSystemException of ? reason(of) : said(failure);
    }

    private static String said(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String reason(FileSystemException failure) {
        var file = failure.getFile();
        if (failure.getReason() != null) {
            return failure.getReason().equals("Not a directory") ? aFileInTheWay(file) : failure.getReason();
        } else if (failure instanceof AccessDeniedException) {
            return "permission denied (" + file + ")";
        } else if (failure instanceof NoSuchFileException) {
            return file + " does not exist";
        } else if (failure instanceof DirectoryNotEmptyException) {
            return file + " is a folder that is not empty";
        } else if (failure instanceof NotDirectoryException) {
            return file + " is not a folder";
        } else if (failure instanceof FileAlreadyExistsException) {
            return Files.isDirectory(Path.of(file)) ? file + " already exists" : file + " is a file, not a folder";
        }
        return said(failure);
    }

    /** Names the part of a path that is a file although more follows it. */
    private static String aFileInTheWay(String file) {
        for (var part = Path.of(file); part != null; part = part.getParent()) {
            if (Files.isRegularFile(part)) {
                return part + " is a file, not a folder";
            }
        }
        return "Not a directory (" + file + ")";
    }
}
