package oriel.demo.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static java.util.stream.Collectors.joining;

/** ZIP archives, and the office documents that are such (ECMA-376), as small as they can be. */
final class Zip {

    /** The same each time. */
    private static final LocalDateTime WHEN = LocalDateTime.of(2024, 1, 1, 12, 0);

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String SCHEMA = "http://schemas.openxmlformats.org/";

    private Zip() {}

    /** @param files contents by name */
    static byte[] of(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(WHEN);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] docx(List<String> paragraphs) {
        String body = paragraphs.stream()
                .map(text -> "<w:p><w:r><w:t>" + Paragraphs.escape(text) + "</w:t></w:r></w:p>")
                .collect(joining());
        Map<String, String> files = office("word/document.xml", "wordprocessingml.document.main");
        files.put(
                "word/document.xml",
                XML + "<w:document xmlns:w=\"" + SCHEMA + "wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
        return of(files);
    }

    static byte[] xlsx(List<List<String>> rows) {
        String cells = rows.stream()
                .map(row -> row.stream().map(Zip::cell).collect(joining("", "<row>", "</row>")))
                .collect(joining());
        String sheet = SCHEMA + "spreadsheetml/2006/main";
        Map<String, String> files = office("xl/workbook.xml", "spreadsheetml.sheet.main");
        files.put(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + sheet + "\" xmlns:r=\"" + SCHEMA
                        + "officeDocument/2006/relationships\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\""
                        + " r:id=\"rId1\"/></sheets></workbook>");
        files.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        files.put(
                "xl/worksheets/sheet1.xml",
                XML + "<worksheet xmlns=\"" + sheet + "\"><sheetData>" + cells + "</sheetData></worksheet>");
        return of(files);
    }

    private static String cell(String text) {
        return text.matches("\\d+")
                ? "<c><v>" + text + "</v></c>"
                : "<c t=\"inlineStr\"><is><t>" + Paragraphs.escape(text) + "</t></is></c>";
    }

    private static Map<String, String> office(String main, String type) {
        Map<String, String> files = new LinkedHashMap<>();
        String sheet = main.startsWith("xl")
                ? "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + OFFICE
                        + "spreadsheetml.worksheet+xml\"/>"
                : "";
        files.put(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + SCHEMA + "package/2006/content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/" + main + "\" ContentType=\"" + OFFICE + type + "+xml\"/>" + sheet
                        + "</Types>");
        files.put("_rels/.rels", relation("officeDocument", main));
        return files;
    }

    private static String relation(String type, String target) {
        return XML + "<Relationships xmlns=\"" + SCHEMA + "package/2006/relationships\"><Relationship Id=\"rId1\""
                + " Type=\"" + SCHEMA + "officeDocument/2006/relationships/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }
}
