package reaging.data.folders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a folder is laid out, found out by what is in it.
 *
 * @param names of its images
 * @param kind of most of these names, where they say who it is
 */
record Recognition(Path folder, List<String> names, Optional<FaceNames> kind) {
    static Recognition of(Path folder) {
        var names = ImageFolder.names(ImageFolder.of(folder).images());
        return new Recognition(folder, names, FaceNames.of(names));
    }

    /** The first of several formats that the folder fits; the names of a few of its images are not enough. */
    DataFormat among(List<DataFormat> candidates) {
        var format = candidates.stream()
                .filter(candidate -> candidate.fits(folder))
                .filter(candidate ->
                        candidate.names().isEmpty() || candidate.names().equals(kind))
                .findFirst()
                .orElseThrow(() -> none(candidates));
        if (format == DataFormat.UTKFACE) {
            LeadingNumbers.doubt(names).ifPresent(this::refuse);
        }
        return format;
    }

    /** A format that somebody asked for, if the folder fits it. */
    DataFormat as(DataFormat format) {
        if (!format.fits(folder)) {
            throw none(List.of(format));
        }
        if (format == DataFormat.UTKFACE && kind.equals(Optional.of(FaceNames.AGEDB))) {
            throw new IllegalArgumentException("names must begin with the age to be read as utkface but those in "
                    + folder + " are as AgeDB's " + FaceNames.AGEDB.example()
                    + ", whose first number is none; read them as agedb, or let the format be recognised");
        }
        return format;
    }

    private IllegalArgumentException none(List<DataFormat> candidates) {
        return new IllegalArgumentException("a data folder must hold "
                + candidates.stream().map(DataFormat::sign).collect(Collectors.joining(", or "))
                + " but " + folder + " does not" + deeper()
                + "; check the path and the format, or take synthetic faces");
    }

    /** Says where images are if they are one folder deeper. */
    private String deeper() {
        var deeper = ImageFolder.folders(folder).stream()
                .filter(name -> !ImageFolder.names(folder.resolve(name)).isEmpty())
                .toList();
        return deeper.isEmpty() ? "" : " (images are in its folders " + Skipped.few(deeper) + ")";
    }

    private void refuse(String why) {
        throw new IllegalArgumentException(
                "names must say the age, as UTKFace's [age]_[gender]_[race]_[date] do, but of"
                        + " the " + names.size() + " images in " + folder + ", such as " + names.get(0)
                        + ", few have these fields, and " + why + "; write the ages into " + LabelledFolder.LABELS
                        + ", or if these numbers are ages read them as utkface");
    }
}
