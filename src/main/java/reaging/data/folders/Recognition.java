package reaging.data.folders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Detects the layout of a folder from its content.
 *
 * @param names names of its images
 * @param kind naming scheme of most of these names, if it identifies people
 */
record Recognition(Path folder, List<String> names, Optional<FaceNames> kind) {
    static Recognition of(Path folder) {
        var names = ImageFolder.names(ImageFolder.of(folder).images());
        return new Recognition(folder, names, FaceNames.of(names));
    }

    /** Returns the first format that the folder matches; a few matching names are not enough. */
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

    /** Returns a requested format if the folder matches it. */
    DataFormat as(DataFormat format) {
        if (!format.fits(folder)) {
            throw none(List.of(format));
        }
        if (format == DataFormat.UTKFACE && kind.equals(Optional.of(FaceNames.AGEDB))) {
            throw new IllegalArgumentException("names must start with the age to be read as utkface but those in "
                    + folder + " are like AgeDB's " + FaceNames.AGEDB.example()
                    + ", which start with another number; read them as agedb, or let the format be detected");
        }
        return format;
    }

    private IllegalArgumentException none(List<DataFormat> candidates) {
        return new IllegalArgumentException("a data folder must contain "
                + candidates.stream().map(DataFormat::sign).collect(Collectors.joining(", or "))
                + " but " + folder + " does not" + deeper()
                + "; check the path and the format, or use synthetic faces");
    }

    /** Mentions images that are one folder deeper. */
    private String deeper() {
        var deeper = ImageFolder.folders(folder).stream()
                .filter(name -> !ImageFolder.names(folder.resolve(name)).isEmpty())
                .toList();
        return deeper.isEmpty() ? "" : " (images are in its folders " + Skipped.few(deeper) + ")";
    }

    private void refuse(String why) {
        throw new IllegalArgumentException(
                "names must contain the age, like UTKFace's [age]_[gender]_[race]_[date], but of"
                        + " the " + names.size() + " images in " + folder + ", such as " + names.get(0)
                        + ", few have these fields, and " + why + "; write the ages into " + LabelledFolder.LABELS
                        + ", or if these numbers are ages read them as utkface");
    }
}
