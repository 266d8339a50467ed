package org.rapaio.jupyter.kernel.core.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jline.utils.Signals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a notebook's cells run and end. */
class RapaioExecutionControlTest {
    private final RapaioExecutionControl control = new RapaioExecutionControl(-1);
    private final JShell shell = JShell.builder()
            .executionEngine(
                    new ExecutionControlProvider() {
                        @Override
                        public String name() {
                            return "cells";
                        }

                        @Override
                        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                            return control;
                        }
                    },
                    Map.of())
            .build();

    @AfterEach
    void close() {
        Signals.registerDefault("INT");
        shell.close();
    }

    private SnippetEvent run(String cell) {
        return shell.eval(cell).get(0);
    }

    @Test
    void cellRunsAfterAnInterruptedOne() throws InterruptedException {
        var interrupted = CompletableFuture.supplyAsync(() -> run("Thread.sleep(600_000);"));
        while (!interrupted.isDone()) {
            control.interrupt();
            control.stop();
            Thread.sleep(20);
        }
        var end = assertInstanceOf(EvalException.class, interrupted.join().exception());
        assertEquals("## Interrupted Marker ##", end.getExceptionClassName());
        assertEquals(2, control.takeResult(run("1 + 1").value()));
    }

    @Test
    void interruptWithoutACellDoesNothing() {
        control.interrupt();
        assertEquals("a", control.takeResult(run("\"a\"").value()));
    }

    @Test
    void voidCellHasNoResult() {
        var event = run("Thread.onSpinWait();");
        assertNull(event.exception());
        assertNull(control.takeResult(event.value()));
    }

    @Test
    void failureKeepsItsNameAndItsMessage() {
        var failure = assertInstanceOf(
                EvalException.class, run("Integer.parseInt(\"a\")").exception());
        assertEquals("java.lang.NumberFormatException", failure.getExceptionClassName());
        assertEquals("For input string: \"a\"", failure.getMessage());
    }
}
