package oriel.browser;

/** Messages that the browser tests put into mailboxes. */
public final class Samples {

    public static final String LUNCH = """
            From: Grace Hopper <grace@oriel.test>
            To: Ada Lovelace <ada@oriel.test>
            Cc: Alan Turing <alan@oriel.test>
            Subject: Lunch?
            Date: Mon, 02 Nov 2026 10:42:00 +0000
            Message-ID: <lunch@oriel.test>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            At noon, the usual place? See https://example.org/menu.

            > Shall we eat together?

            --\u0020
            Grace
            """;

    public static final String NEWSLETTER = """
            From: The Compiler <news@example.org>
            To: ada@oriel.test
            Subject: This month in compilers
            Message-ID: <news@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html; charset=utf-8

            <html><head><style>h1{color:#335}</style></head><body bgcolor="#eef1f8"><table width="600"><tr><td>
            <h1>Compilers</h1><img src="cid:logo@example.org" alt="logo" width="16" height="16">
            <img src="https://tracker.invalid/pixel.gif" width="1" height="1">
            <a href="https://example.org/more">Read more</a>
            <script>document.title = 'pwned'; parent.document.title = 'pwned'</script>
            <img src="x" onerror="parent.document.title='pwned'">
            </td></tr></table></body></html>
            --r
            Content-Type: image/gif
            Content-Transfer-Encoding: base64
            Content-ID: <logo@example.org>
            Content-Disposition: inline; filename=logo.gif

            R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7
            --r--
            """;

    /** As newsletters are: colours by attributes, styles and style blocks, grounds light, dark, strong and painted. */
    public static final String COLOURFUL = """
            From: The Painter <news@example.org>
            To: ada@oriel.test
            Subject: All colours
            Message-ID: <colours@example.org>
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><head><style>.soft{color:#777} td.head{background:#112244;color:#fff} .mid{background:#ccd;color:#345}</style></head>
            <body bgcolor="#ffffff" text="#222222"><p>plain <a href="https://example.org/">link</a> <font color="#aaaaaa">pale</font></p>
            <table width="600" bgcolor="#f4f4f4" border="1"><tr><td class="head">head <a href="https://example.org/" style="color:#336">dark link</a></td></tr>
            <tr><td class="soft">soft <span style="color:#000080">navy</span> <b style="background:#ffff00">yellow</b></td></tr>
            <tr><td class="mid">mid <span style="color:#b00">red</span></td></tr>
            <tr><td style="background-color:#ff8800;color:#ffffff">button</td></tr>
            <tr><td style="background:rgba(0,0,0,.5)">half <span style="color:rgba(255,255,255,.3)">veiled</span></td></tr>
            <tr><td style="background:#fff linear-gradient(#fff,#eee);color:#111">painted <i>inside</i></td></tr></table>
            <p style="color:#f0f0f0;background:#202020">was dark <span style="color:#444">too dark</span></p></body></html>
            """;

    public static final String REPORT = """
            From: Alan Turing <alan@oriel.test>
            To: Ada Lovelace <ada@oriel.test>
            Subject: =?utf-8?Q?Quartalsbericht_f=C3=BCr_Zo=C3=AB?=
            Message-ID: <report@oriel.test>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/plain; charset=utf-8

            Attached as promised.
            --m
            Content-Type: text/html; name="../../evil.html"
            Content-Disposition: attachment; filename="../../evil.html"

            <script>alert(1)</script>
            --m
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''Bericht%20%C3%BCber%202026.pdf
            Content-Transfer-Encoding: base64

            JVBERi0xLjQKJSVFT0YK
            --m--
            """;

    private Samples() {}

    /** A short plain message. */
    public static String note(String subject) {
        return """
                From: Grace Hopper <grace@oriel.test>
                To: ada@oriel.test
                Subject: %s
                Message-ID: <%s@oriel.test>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                This is %s.
                """.formatted(subject, Integer.toHexString(subject.hashCode()), subject);
    }
}
