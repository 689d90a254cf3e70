package oriel.mailbox.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The Content-Disposition header of RFC 6266, with the name in ASCII and, for those who can, in UTF-8 (RFC 8187). */
final class ContentDisposition {

    private ContentDisposition() {}

    static String of(String disposition, String name) {
        String ascii = name.replaceAll("[^ !#$&'()+,.0-9;=@A-Z\\[\\]^_`a-z{}~-]", "_");
        String utf8 = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return disposition + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
    }
}
