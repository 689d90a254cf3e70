package oriel.demo.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A chime as a WAV file: 8 bits, mono. */
final class Sound {

    private static final int RATE = 8_000;
    private static final int HEAD = 44;

    private Sound() {}

    static byte[] chime() {
        int samples = RATE * 3 / 2;
        ByteBuffer wav = ByteBuffer.allocate(HEAD + samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEAD - 8 + samples).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE)
                .putShort((short) 1)
                .putShort((short) 8);
        wav.put(ascii("data")).putInt(samples);
        for (int i = 0; i < samples; i++) {
            double tone = Math.sin(i * 2 * Math.PI * 660 / RATE) + Math.sin(i * 2 * Math.PI * 880 / RATE) / 2;
            wav.put((byte) (128 + 60 * tone * Math.exp(-3.0 * i / samples)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
