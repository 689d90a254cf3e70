package oriel.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Knows the images that are there to tell their sender that a message was read. */
final class Trackers {

    private static final int LONGEST = 2_000;
    private static final List<Service> SERVICES = services();

    private record Service(String name, Pattern address) {}

    private Trackers() {}

    /** Who runs the image, if that is known. */
    static Optional<String> service(WebAddress image) {
        String text = image.text();
        int begin = text.indexOf("://") + 3;
        String address = text.substring(begin, Math.min(text.length(), begin + LONGEST));
        return SERVICES.stream()
                .filter(service -> service.address().matcher(address).find())
                .map(Service::name)
                .findFirst();
    }

    private static List<Service> services() {
        Properties properties = new Properties();
        try (InputStream in = Trackers.class.getResourceAsStream("trackers.properties");
                Reader text = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(name -> new Service(name, Pattern.compile(properties.getProperty(name))))
                .toList();
    }
}
