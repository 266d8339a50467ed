package reaging.app;

import picocli.CommandLine.ITypeConverter;
import reaging.run.DataSource;

/** Converts the argument of {@code --data}. */
final class DataSourceConverter implements ITypeConverter<DataSource> {
    @Override
    public DataSource convert(String name) {
        return DataSource.of(name);
    }
}
