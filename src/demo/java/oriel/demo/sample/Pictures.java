package oriel.demo.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws pictures. Without any letters: a computer without a screen may have no fonts. */
final class Pictures {

    private Pictures() {}

    /** A bar chart. */
    static byte[] chart(long seed) {
        BufferedImage image = new BufferedImage(480, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, new Color(0xf7f8fb));
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            int height = 30 + random.nextInt(60) + i * 10;
            pen.setColor(i == 11 ? new Color(0xc0392b) : new Color(0x2f4b8f));
            pen.fillRect(24 + i * 37, 220 - height, 26, height);
        }
        pen.setColor(Color.DARK_GRAY);
        pen.fillRect(16, 220, 452, 2);
        return encode(image, "png");
    }

    /** Hills in the evening, as a photograph would be sent. */
    static byte[] landscape(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, Color.WHITE);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x24345e), 0, height, new Color(0xf3b27a)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xfff2d0));
        pen.fillOval(width * 2 / 3, height / 3, height / 8, height / 8);
        Random random = new Random(seed);
        for (int layer = 0; layer < 4; layer++) {
            pen.setColor(new Color(40 - layer * 8, 60 - layer * 12, 70 - layer * 12));
            double phase = random.nextDouble() * 6;
            for (int x = 0; x < width; x++) {
                double wave = Math.sin(phase + x * 6.0 / width) + Math.sin(phase * 2 + x * 17.0 / width) / 3;
                int top = (int) (height * (0.55 + layer * 0.12) + wave * height / 18);
                pen.fillRect(x, top, 1, height - top);
            }
        }
        return encode(image, "jpg");
    }

    /** The pattern of a ticket, for show only. */
    static byte[] matrix(long seed) {
        int cells = 29;
        int size = 6;
        BufferedImage image = new BufferedImage(cells * size, cells * size, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = pen(image, Color.WHITE);
        pen.setColor(Color.BLACK);
        Random random = new Random(seed);
        for (int i = 0; i < cells * cells; i++) {
            if (random.nextBoolean()) {
                pen.fillRect(i % cells * size, i / cells * size, size, size);
            }
        }
        corner(pen, 0, 0);
        corner(pen, (cells - 7) * size, 0);
        corner(pen, 0, (cells - 7) * size);
        return encode(image, "png");
    }

    private static void corner(Graphics2D pen, int x, int y) {
        pen.setColor(Color.BLACK);
        pen.fillRect(x, y, 42, 42);
        pen.setColor(Color.WHITE);
        pen.fillRect(x + 6, y + 6, 30, 30);
        pen.setColor(Color.BLACK);
        pen.fillRect(x + 12, y + 12, 18, 18);
    }

    private static Graphics2D pen(BufferedImage image, Color background) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(background);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        return pen;
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In memory: ImageIO would make a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
