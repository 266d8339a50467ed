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
 * A session on a TensorFlow server. TensorFlow's C API has the target of a session, TensorFlow Java 1.1.0 has no public
 * constructor for it: this class makes the session in C and hands it to {@link Session}, whose constructor for that and the
 * graph's handle are not public. Nothing else knows of it.
 */
final class RemoteSession {
    private RemoteSession() {}

    /**
     * Opens a session; the caller closes it.
     *
     * @param target such as {@code grpc://localhost:4000}
     * @throws IllegalStateException if this version of TensorFlow Java cannot
     */
    @SuppressWarnings("try") // the scope takes all pointers by itself
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
            throw new IllegalStateException("TensorFlow Java refuses a session", e.getCause());
        }
    }
}
