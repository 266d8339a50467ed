package reaging.app;

import picocli.CommandLine.ITypeConverter;
import reaging.run.DataSource;

/** Reads what {@code --data} names. */
final class DataSourceConverter implements ITypeConverter<DataSource> {
    @Override
    public DataSource convert(String name) {
        return DataSource.of(name);
    }
}
