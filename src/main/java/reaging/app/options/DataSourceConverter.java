package reaging.app.options;

import picocli.CommandLine.ITypeConverter;
import reaging.run.DataSource;

/** Converts the argument of {@code --data}. */
public final class DataSourceConverter implements ITypeConverter<DataSource> {
    @Override
    public DataSource convert(String name) {
        return DataSource.of(name);
    }
}
