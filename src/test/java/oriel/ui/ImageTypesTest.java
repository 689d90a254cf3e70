package oriel.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImageTypesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "image/png,'\u0089PNG\r\n\u001a\n....'",
        "image/jpeg,\u00ff\u00d8\u00ff\u00e0",
        "image/gif,GIF89a...",
        "image/webp,RIFF....WEBPVP8"
    })
    void knowsTheFourFormatsByTheirFirstBytes(String type, String bytes) throws IOException {
        assertThat(ImageTypes.of(file(bytes))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "RIFF....WAVEfmt ", "%PDF-1.7", "GIF8"
            })
    void showsNothingElse(String bytes) throws IOException {
        assertThat(ImageTypes.of(file(bytes))).isEmpty();
    }

    private Path file(String bytes) throws IOException {
        return Files.writeString(folder.resolve("part"), bytes, StandardCharsets.ISO_8859_1);
    }
}
