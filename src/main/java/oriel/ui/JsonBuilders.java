package oriel.ui;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Map;

/**
 * Builders of JSON, made by one factory: {@link Json} itself looks its provider up anew each time, which took most of the
 * time of a list with its hundreds of small objects.
 */
public final class JsonBuilders {

    private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

    private JsonBuilders() {}

    public static JsonObjectBuilder object() {
        return FACTORY.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return FACTORY.createArrayBuilder();
    }

    /** With these texts, numbers or truth values in it already. */
    public static JsonArrayBuilder array(Collection<?> of) {
        return FACTORY.createArrayBuilder(of);
    }
}
