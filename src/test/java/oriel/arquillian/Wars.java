package oriel.arquillian;

import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.slf4j.Logger;

/** The application as it is shipped, with a mail server and the tests beside it. */
final class Wars {

    private Wars() {}

    static WebArchive withMailServer() {
        return ShrinkWrap.create(ZipImporter.class, "oriel-test.war")
                .importFrom(new File(System.getProperty("oriel.war") + ".war"))
                .as(WebArchive.class)
                .addClasses(GreenMailConfig.class)
                .addAsServiceProvider(ConfigSource.class, GreenMailConfig.class)
                .addAsLibraries(jarOf(GreenMail.class), jarOf(Logger.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
