package oriel.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The smallest PDF with lines of text on a page (ISO 32000-1, section 7.5). */
final class Pdf {

    private Pdf() {}

    /** @param lines in ASCII */
    static byte[] page(List<String> lines) {
        StringBuilder text = new StringBuilder("BT /F1 14 Tf 72 770 Td 20 TL\n");
        for (String line : lines) {
            text.append('(').append(line.replaceAll("([\\\\()])", "\\\\$1")).append(") Tj T*\n");
        }
        text.append("ET");
        return document(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    }

    private static byte[] document(List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(pdf.length());
            pdf.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = pdf.length();
        int size = objects.size() + 1;
        pdf.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
        pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\nstartxref\n");
        return pdf.append(table).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
