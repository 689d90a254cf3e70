package oriel.outbox;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** CDI events that are only written down. */
final class RecordedEvents {

    final List<Object> fired = new ArrayList<>();

    @SuppressWarnings("unchecked")
    <T> Event<T> of(Class<T> type) {
        return (Event<T>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    fired.add(arguments[0]);
                    return null;
                });
    }
}
