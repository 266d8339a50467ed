package reaging.pictures;

import java.util.Objects;

/** Thrown if a file cannot be read as a picture; the message names the file, the violated rule and what was found. */
public final class UnreadablePicture extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnreadablePicture(String message) {
        super(message);
    }

    UnreadablePicture(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "both constructors are given a message");
    }
}
