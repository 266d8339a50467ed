package reaging.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** NullAway assumes that picocli fills every field of a command, so the fields that may stay null must say so themselves. */
class NullableOptionsTest {
    private final Set<String> mayStayNull = new TreeSet<>();
    private final Set<String> nullable = new TreeSet<>();

    @Test
    void optionsThatMayBeAbsentAreNullableAndNoOthers() {
        collect(Ragan.commandLine());
        assertEquals(mayStayNull, nullable);
    }

    private void collect(CommandLine command) {
        for (var argument : command.getCommandSpec().args()) {
            var field = (Field) argument.userObject();
            if (mayStayNull(argument, field)) {
                mayStayNull.add(field.toString());
            }
            if (field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                nullable.add(field.toString());
            }
        }
        command.getSubcommands().values().forEach(this::collect);
    }

    private static boolean mayStayNull(ArgSpec argument, Field field) {
        // Picocli calls every option of an exclusive group required, although only one of them is given.
        boolean given = argument.required()
                && (argument.group() == null || !argument.group().exclusive());
        return !field.getType().isPrimitive()
                && !given
                && argument.defaultValue() == null
                && argument.initialValue() == null;
    }
}
