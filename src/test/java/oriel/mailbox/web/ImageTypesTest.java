package oriel.mailbox.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImageTypesTest {

    @ParameterizedTest
    @CsvSource({
        "image/png,'\u0089PNG\r\n\u001a\n....'",
        "image/jpeg,\u00ff\u00d8\u00ff\u00e0",
        "image/gif,GIF89a...",
        "image/webp,RIFF....WEBPVP8"
    })
    void knowsTheFourFormatsByTheirFirstBytes(String type, String bytes) throws IOException {
        assertThat(ImageTypes.of(stream(bytes))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "RIFF....WAVEfmt ", "%PDF-1.7", "GIF8"
            })
    void showsNothingElse(String bytes) throws IOException {
        assertThat(ImageTypes.of(stream(bytes))).isEmpty();
    }

    @Test
    void leavesTheStreamAtItsBeginning() throws IOException {
        InputStream stream = stream("GIF89a and the rest");

        ImageTypes.of(stream);

        assertThat(stream.readAllBytes()).asString(StandardCharsets.ISO_8859_1).isEqualTo("GIF89a and the rest");
    }

    private static InputStream stream(String bytes) {
        return new BufferedInputStream(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
