package reaging.data.folders;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reaging.data.FaceSet;
import reaging.data.Masks;
import reaging.data.Sex;
import reaging.data.Storage;

/**
 * Faces on disk as a data set.
 *
 * @param masks what all their mask files hold
 */
public record FaceFolder(String name, List<FaceFile> faces, Masks masks) implements FaceSet {
    @Override
    public int size() {
        return faces.size();
    }

    @Override
    public double age(int index) {
        return faces.get(index).age();
    }

    @Override
    public Optional<Sex> sex(int index) {
        return faces.get(index).sex();
    }

    @Override
    public String label(int index) {
        return faces.get(index).label();
    }

    @Override
    public Storage storage() {
        return Storage.FILES;
    }

    @Override
    public byte[] image(int index) {
        return key(faces.get(index).image());
    }

    @Override
    public byte[] mask(int index) {
        return key(faces.get(index).mask());
    }

    private static byte[] key(Path file) {
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
