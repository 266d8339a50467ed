package org.rapaio.jupyter.kernel.core.java;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jline.utils.Signals;

/**
 * Replaces the class of the same name in rapaio-jupyter-kernel 3.0.1. When Jupyter interrupts a cell by a message, the original
 * reports the end of the cell in reply to the wrong message, so that the cell seems to keep running, and stops the threads that
 * run cells. Here a signal, requested by {@code kernel.json}, stops only the cell.
 */
public final class RapaioExecutionControl extends DirectExecutionControl {
    // By these the kernel tells what ended a cell.
    private static final String TIMED_OUT = "## Timeout Marker ##";
    private static final String INTERRUPTED = "## Interrupted Marker ##";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private final long timeoutMilliseconds;
    private volatile Future<Object> running;

    /** Creates a control with a time limit per cell in milliseconds; zero or less means no limit. */
    public RapaioExecutionControl(long timeoutMilliseconds) {
        this.timeoutMilliseconds = timeoutMilliseconds;
        Signals.register("INT", this::interrupt);
    }

    /** Returns the time limit per cell in milliseconds. */
    public long getTimeout() {
        return timeoutMilliseconds;
    }

    /** The result under the key that the cell's call returned, which is forgotten then; null where it is null or void. */
    public Object takeResult(String key) {
        return results.remove(key);
    }

    @Override
    protected String invoke(Method cell) throws Exception {
        running = threads.submit(() -> cell.invoke(null));
        var key = UUID.randomUUID().toString();
        var result = await(running);
        if (result != null) { // JShell forgets the key of what is void.
            results.put(key, result);
        }
        return key;
    }

    private Object await(Future<Object> result) throws InterruptedException, ExecutionControl.RunException {
        try {
            return timeoutMilliseconds > 0 ? result.get(timeoutMilliseconds, TimeUnit.MILLISECONDS) : result.get();
        } catch (CancellationException e) {
            throw new ExecutionControl.UserException("Execution interrupted.", INTERRUPTED, e.getStackTrace());
        } catch (TimeoutException e) {
            throw new ExecutionControl.UserException("Execution timed out.", TIMED_OUT, e.getStackTrace());
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static ExecutionControl.RunException thrown(Throwable failure) {
        var cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
        return cause instanceof SPIResolutionException unresolved
                ? new ExecutionControl.ResolutionException(unresolved.id(), cause.getStackTrace())
                : new ExecutionControl.UserException(
                        cause.getMessage(), cause.getClass().getName(), cause.getStackTrace());
    }

    /** Interrupts the running cell. */
    public void interrupt() {
        var cell = running;
        if (cell != null) {
            cell.cancel(true);
        }
    }

    /** Also only interrupts the running cell, since the threads are needed again. */
    @Override
    public void stop() {
        interrupt();
    }
}
