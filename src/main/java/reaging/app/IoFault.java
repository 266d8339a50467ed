package reaging.app;

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

/** Why a file could not be read or written. Java's own messages often name the file alone. */
final class IoFault {
    private IoFault() {}

    /** What was tried, and why it failed. */
    static String text(UncheckedIOException failure) {
        var reason = reason(failure.getCause());
        var tried = failure.getMessage();
        if (tried.contains(reason)) {
            return tried;
        }
        // Made of a cause alone it has no message of its own.
        return tried.equals(failure.getCause().toString()) ? reason : tried + ": " + reason;
    }

    private static String reason(IOException failure) {
        if (failure.getCause() instanceof IOException cause) {
            return reason(cause); // ImageIO's "I/O error writing PNG file!"
        }
        return failure instanceof FileSystemException of ? reason(of) : said(failure);
    }

    private static String said(IOException failure) {
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
            return file + " is a folder with something in it";
        } else if (failure instanceof NotDirectoryException) {
            return file + " is no folder";
        } else if (failure instanceof FileAlreadyExistsException) {
            return Files.isDirectory(Path.of(file)) ? file + " is there already" : file + " is a file and no folder";
        }
        return said(failure);
    }

    /** The part of a path that is a file although more comes after it. */
    private static String aFileInTheWay(String file) {
        for (var part = Path.of(file); part != null; part = part.getParent()) {
            if (Files.isRegularFile(part)) {
                return part + " is a file and no folder";
            }
        }
        return "Not a directory (" + file + ")";
    }
}
