package reaging.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/**
 * Opens sessions on a TensorFlow server. TensorFlow's C API lets a session have a target, but TensorFlow Java 1.1.0 has no public
 * constructor for it: this class creates the session in C and passes it to {@link Session}, whose constructor for that is not
 * public, nor is the graph's handle. Only this class depends on these internals.
 */
final class RemoteSession {
    private RemoteSession() {}

    /**
     * Opens a session; the caller closes it.
     *
     * @param target target such as {@code grpc://localhost:4000}
     * @throws IllegalStateException if this version of TensorFlow Java does not support it
     */
    @SuppressWarnings("try") // the scope tracks all pointers by itself
    static Session open(Graph graph, String target, ConfigProto config) {
        try (var scope = new PointerScope()) {
            var status = TF_Status.newStatus();
            var options = TF_SessionOptions.newSessionOptions();
            tensorflow.TF_SetTarget(options, target);
            var bytes = new BytePointer(config.toByteArray());
            tensorflow.TF_SetConfig(options, bytes, bytes.capacity(), status);
            status.throwExceptionIfNotOK();
            var session = tensorflow.TF_NewSession(handle(graph), options, status);
            status.throwExceptionIfNotOK();
            session.retainReference(); // Session releases it
            return session(graph, session);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "TensorFlow Java 1.1.0 lets a session have a target but this version does not (" + e + ")", e);
        }
    }

    private static TF_Graph handle(Graph graph) throws ReflectiveOperationException {
        Field handle = Graph.class.getDeclaredField("nativeHandle");
        handle.setAccessible(true);
        return (TF_Graph) handle.get(graph);
    }

    private static Session session(Graph graph, TF_Session session) throws ReflectiveOperationException {
        Constructor<Session> constructor = Session.class.getDeclaredConstructor(Graph.class, TF_Session.class);
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(graph, session);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("TensorFlow Java rejects a session", e.getCause());
        }
    }
}
