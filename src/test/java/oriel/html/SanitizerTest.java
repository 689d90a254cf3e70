package oriel.html;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SanitizerTest {
    private static final String NEW_WINDOW = "target=\"_blank\" rel=\"noopener noreferrer\"";

    private final Sanitizer sanitizer = new Sanitizer();

    private CleanHtml clean(String html, RemoteContent remote, boolean styleBlocks) {
        CleanHtml clean = sanitizer.clean(
                html,
                new CleanOptions(
                        remote, cid -> cid.equals("logo@a") ? Optional.of("/part/1") : Optional.empty(), styleBlocks));
        assertThat(OutputCheck.problems(clean.html(), remote)).as(clean.html()).isEmpty();
        assertThat(SecondParser.outline(SecondParser.body(clean.html()))).isEqualTo(FirstParser.outline(clean.html()));
        return clean;
    }

    private String blocked(String html) {
        return clean(html, RemoteContent.BLOCK, true).html();
    }

    private String allowed(String html) {
        return clean(html, RemoteContent.ALLOW, true).html();
    }

    private String style(String declarations) {
        String html = allowed("<p style=\"" + declarations + "\">x</p>");
        return html.replaceAll("<p(?: style=\"([^\"]*)\")?>x</p>", "$1");
    }

    private String sheet(String css) {
        return allowed("<style>" + css + "</style>x").replaceAll("(?:<style>(.*)</style>)?x", "$1");
    }

    @Test
    void keepsTheLookOfATableNewsletter() {
        String html = "<table width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" align=\"center\""
                + " bgcolor=\"#eeeeee\" role=\"presentation\" style=\"border-collapse:collapse;width:100%\"><tbody><tr>"
                + "<td valign=\"top\" width=\"50%\" style=\"padding:10px 20px;font-family:'Segoe UI',Arial,sans-serif\">"
                + "<font color=\"red\" size=\"2\" face=\"Arial\">x</font><br></td></tr></tbody></table>";

        assertThat(blocked(html)).isEqualTo(html);
    }

    @Test
    void dropsElementsButKeepsTheirText() {
        assertThat(blocked("<marquee>a</marquee><o:p>b</o:p><button>c</button><video>d</video><form>e</form>"))
                .isEqualTo("abcd<div>e</div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script",
                "style",
                "title",
                "textarea",
                "xmp",
                "noembed",
                "noframes",
                "noscript",
                "svg",
                "math",
                "template",
                "iframe",
                "select"
            })
    void dropsElementsWithWhatIsInThem(String name) {
        assertThat(blocked("a<" + name + ">b<b>c</b></" + name + ">d")).isEqualTo("ad");
    }

    @Test
    void dropsAttributesThatAreNotKnown() {
        assertThat(blocked("<p onclick=a onfocus=b id=c name=d contenteditable tabindex=1 accesskey=x data-x=y"
                        + " is=z slot=s part=p itemscope xmlns=u autofocus draggable=true popover align=left>x</p>"))
                .isEqualTo("<p align=\"left\">x</p>");
    }

    @Test
    void keepsClassesOnlyWithStyleBlocks() {
        String html = "<style>.a{color:red}</style><p class=\"a b{ c\">x</p>";

        assertThat(clean(html, RemoteContent.BLOCK, true).html())
                .isEqualTo("<style>.a{color:red}</style><p class=\"a c\">x</p>");
        assertThat(clean(html, RemoteContent.BLOCK, false).html()).isEqualTo("<p>x</p>");
    }

    @Test
    void carriesTheLookOfTheBodyOver() {
        assertThat(blocked("<html><head><style>p{margin:0}</style></head><body bgcolor=EEEEEE text=black class=c"
                        + " style='padding:1px' onload=x><p>x</p></body></html>"))
                .isEqualTo("<style>p{margin:0}</style><div class=\"c\""
                        + " style=\"background-color:#EEEEEE;color:black;padding:1px\"><p>x</p></div>");
    }

    // Images

    @Test
    void blocksAndCountsRemoteImages() {
        CleanHtml clean = clean(
                "<img src=https://a.example/1.png width=1 height=1 alt=A><img src='//B.example/2'>"
                        + "<img src=http://c.example/3><table background=https://d.example/4><td>x</table>"
                        + "<p style='background:#fff url(https://e.example/5) no-repeat'>y",
                RemoteContent.BLOCK,
                true);

        assertThat(clean.html())
                .startsWith(
                        "<img width=\"1\" height=\"1\" alt=\"A\" data-blocked=\"a.example\" class=\"blocked-image\">")
                .endsWith("<p style=\"background:#fff no-repeat\">y</p>");
        assertThat(clean.blocked()).isEqualTo(5);
        assertThat(clean.blockedHosts())
                .containsExactly("a.example", "b.example", "c.example", "d.example", "e.example");
        assertThat(blocked(clean.html())).isEqualTo(clean.html());
    }

    @Test
    void showsHttpsImagesOnRequestAndNeverHttp() {
        CleanHtml clean = clean(
                "<img src=https://a.example/1.png><img src=http://c.example/3>"
                        + "<table background=https://d.example/4><td>x</table>",
                RemoteContent.ALLOW,
                true);

        assertThat(clean.html())
                .startsWith("<img src=\"https://a.example/1.png\" referrerpolicy=\"no-referrer\" loading=\"lazy\">")
                .contains("style=\"background-image:url('https://d.example/4')\"");
        assertThat(clean.blockedHosts()).containsExactly("c.example");
    }

    @Test
    void showsPartsOfTheMessage() {
        CleanHtml clean = clean(
                "<img src='cid:logo@a'><img src='CID:%3Clogo%40a%3E' alt=x><img src=cid:other@a alt=y>"
                        + "<p style=\"background:url('cid:logo@a')\">z</p>",
                RemoteContent.BLOCK, true);

        assertThat(clean.html())
                .isEqualTo("<img src=\"/part/1\"><img alt=\"x\" src=\"/part/1\"><img alt=\"y\">"
                        + "<p style=\"background:url('/part/1')\">z</p>");
        assertThat(clean.usedContentIds()).containsExactly("logo@a");
        assertThat(clean.blocked()).isZero();
    }

    @Test
    void showsPartsOnlyUnderPathsOfThisServer() {
        CleanOptions evil = new CleanOptions(RemoteContent.BLOCK, cid -> Optional.of("//evil.example/" + cid), true);

        assertThat(sanitizer.clean("<img src=cid:x alt=a>", evil).html()).isEqualTo("<img alt=\"a\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:image/svg+xml;base64,AAAA",
                "data:text/html;base64,AAAA",
                "data:image/png,AAAA",
                "data:image/png;base64,AAAA\" onerror=x",
                "file://a.example/x",
                "\\\\a.example\\x",
                "https:\\\\a.example\\x",
                "https:a.example",
                "blob:https://a.example/x",
                "rel.png",
                "/part/1",
                "https://a\\@b.example/",
                "https://%61.example/",
                "https://stra\u00DFe.example/",
                "https://a b.example/",
                "about:blank",
                "view-source:https://a.example/"
            })
    void showsNoOtherImages(String address) {
        assertThat(allowed("<img alt=a src='" + address + "'>")).isEqualTo("<img alt=\"a\">");
    }

    @Test
    void showsDataImages() {
        assertThat(blocked("<img src='data:image/PNG;base64,iVBOR w0K='>"))
                .isEqualTo("<img src=\"data:image/png;base64,iVBORw0K=\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=cid:logo@a srcset='https://a.example/x 2x' longdesc=https://a.example/ lowsrc=https://a.example/"
                        + " dynsrc=https://a.example/ usemap=#m ismap crossorigin sizes=1 onerror=x>",
                "<picture><source srcset=https://a.example/ src=https://a.example/><img src=cid:logo@a></picture>",
            })
    void dropsEveryOtherWayToNameAnImage(String html) {
        assertThat(allowed(html)).isEqualTo("<img src=\"/part/1\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<video poster=https://a.example/ src=https://a.example/><source src=https://a.example/><track src=https://a.example/></video>",
                "<audio autoplay src=https://a.example/></audio>",
                "<object data=https://a.example/ classid=x codebase=https://a.example/></object>",
                "<embed src=https://a.example/><applet archive=https://a.example/></applet><bgsound src=https://a.example/>",
                "<link rel=stylesheet href=https://a.example/><link rel=dns-prefetch href=//a.example><base href=https://a.example/>",
                "<meta http-equiv=refresh content='0;url=https://a.example/'><meta http-equiv=set-cookie content=x>",
                "<input type=image src=https://a.example/><iframe srcdoc='<b>' src=https://a.example/></iframe>",
                "<frameset><frame src=https://a.example/></frameset>",
                "<!--[if IE]><img src=https://a.example/><![endif]--><?xml-stylesheet href='https://a.example/'?><![CDATA[<b>]]>",
                "<svg><image href=https://a.example/></image><style><img src=https://a.example/></style></svg>",
            })
    void loadsNothingButImages(String html) {
        assertThat(allowed(html).replace("]]&gt;", "")).isEmpty();
    }

    // Links

    @Test
    void opensLinksInANewWindow() {
        assertThat(blocked("<a href=' HTTPS://A.example/ä b?c=\"d\"&e#f' target=_top rel=opener ping=https://p.example"
                        + " download=x hreflang=y referrerpolicy=unsafe-url>x</a>"))
                .isEqualTo("<a href=\"https://a.example/%C3%A4%20b?c=%22d%22&amp;e#f\" " + NEW_WINDOW + ">x</a>");
        assertThat(blocked("<a href=mailto:a@b.example?subject=x>y</a>"))
                .isEqualTo("<a href=\"mailto:a@b.example?subject=x\" " + NEW_WINDOW + ">y</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                "&#1;javascript:alert(1)",
                "jav&#x09;ascript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "tel:1",
                "ftp://a.example",
                "#top",
                "page.html",
                "/x",
                "?x",
                "//a.example",
                "https:",
                "http:///x",
                "https://a.example\\@b.example",
                "mailto"
            })
    void dropsOtherAddressesAndKeepsTheText(String address) {
        assertThat(blocked("<a href=\"" + address + "\">x</a>")).isEqualTo("<a>x</a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://evil.example/ | https://bank.example/login | evil.example",
                "https://evil.example/ | bank.com | evil.example",
                "https://evil.example/ | www.bank.de/x | evil.example",
                "https://evil.example/ | <b>ba</b>nk.com | evil.example",
                "https://evil.example/ | ba&#8203;nk.com | evil.example",
                "https://bank.com@evil.example/ | click | evil.example",
                "https://bank.com.evil.example/ | bank.com | bank.com.evil.example",
                "https://b\u0430nk.com/ | bank.com | xn--bnk-6cd.com",
                "mailto:a@evil.example | a@bank.com | evil.example",
            })
    void marksLinksWhoseTextNamesAnotherHost(String address, String text, String host) {
        assertThat(blocked("<a title=x href='" + address + "'>" + text + "</a>"))
                .contains("class=\"suspicious-link\"")
                .contains("title=\"" + host + "\"")
                .contains("data-target-host=\"" + host + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://bank.com/x | bank.com",
                "https://www.bank.com/x | https://bank.com",
                "https://mail.bank.com/x | bank.com",
                "https://a.example/ | click here",
                "https://a.example/ | report.pdf",
                "https://a.example/ | Version 1.2.3",
                "https://a.example/ | see bank.com or others",
                "mailto:a@bank.com | a@bank.com",
            })
    void marksNoOtherLinks(String address, String text) {
        assertThat(blocked("<a class=suspicious-link data-target-host=x href='" + address + "'>" + text + "</a>"))
                .doesNotContain("suspicious-link")
                .doesNotContain("data-target-host");
    }

    // CSS

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color:red;margin:0 auto !important;padding:1px 2.5em",
                "font:bold 12px/1.5 'Segoe UI',Arial,sans-serif",
                "font-family:メイリオ,'MS ゴシック'",
                "background-color:rgba(0,0,0,.5);border:1px solid #ccc;border-radius:4px",
                "background:url('https://a.example/x.png') no-repeat -5px 0",
                "width:calc(100% - 10px);text-indent:-18.0pt",
                "background-image:linear-gradient(to right,#fff 10%,rgb(1,2,3))"
            })
    void keepsHarmlessDeclarations(String css) {
        assertThat(style(css)).isEqualTo(css);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position:fixed",
                "position:absolute;top:0",
                "z-index:9",
                "content:'x'",
                "behavior:url(https://a.example/)",
                "-moz-binding:url(https://a.example/)",
                "transform:scale(9)",
                "margin:-5px",
                "margin-left:calc(0px - 9px)",
                "margin:0 -1px",
                "clip-path:circle()",
                "mask:url(https://a.example/)",
                "filter:blur(1px)",
                "animation:x 1s",
                "transition:all 1s",
                "pointer-events:none",
                "cursor:url(https://a.example/),auto",
                "list-style:url(https://a.example/)",
                "border-image:url(https://a.example/)",
                "background:image-set('https://a.example/' 1x)",
                "background:src('https://a.example/')",
                "background:element(#x)",
                "background:-webkit-image-set(url(https://a.example/) 1x)",
                "background:cross-fade(url(https://a.example/),#fff)",
                "--a:url(https://a.example/)",
                "color:var(--a)",
                "color:env(x)",
                "width:attr(x)",
                "width:expression(alert(1))",
                "w\\69dth:1px",
                "color:r\\65d",
                "background:u\\72l(https://a.example/)",
                "background:url(javascript:alert(1))",
                "background:url(http://a.example/x",
                "background:url(https://a.example/\\x)",
                "background:url(data:image/svg+xml;base64,AAAA)",
                "color:red}p{color:red",
                "font-family:'</style><script>'",
                "height:100vh",
                "box-shadow:0 0 0 9999px red",
                "text-indent:-9999px",
                "text-indent:-100%",
                "letter-spacing:-99px",
                "display:expression(1)",
                "overflow:url(x)",
                "unicode-bidi:bidi-override",
                "color:red/*",
                "all:initial",
                "inset:0"
            })
    void dropsDeclarationsThatLoadMoveOrHide(String css) {
        assertThat(style(css)).doesNotContain("a.example").isIn("", "color:red");
        assertThat(sheet("p{" + css + "}"))
                .doesNotContain("a.example")
                .isIn("", "p{color:red}", "p{color:red}p{color:red}");
    }

    @Test
    void losesOnlyTheBadDeclaration() {
        assertThat(style("color:red;*zoom:1;foo;mso-x:y;background:url(x:y);;MARGIN:0"))
                .isEqualTo("color:red;margin:0");
    }

    @Test
    void keepsPlainMediaQueries() {
        assertThat(sheet("@media only screen and (max-width:600px),print{.a{width:100%!important}}"))
                .isEqualTo("@media only screen and (max-width:600px),print{.a{width:100% !important}}");
        assertThat(sheet("@media (min-width:1px) and (max-width:2px){a:hover{color:red}}"))
                .isEqualTo("@media (min-width:1px) and (max-width:2px){a:hover{color:red}}");
    }

    @Test
    void keepsTheRulesOfWord() {
        assertThat(sheet("<!--\n /* Font */ @font-face{font-family:Wingdings;panose-1:5 0}\n p.MsoNormal, div.MsoNormal"
                        + " {margin:0cm;font-size:11.0pt;mso-x:\"\\F0B7\"}\n@page W{size:8in}\n@list l0{mso-a:1}\n-->"))
                .isEqualTo("p.MsoNormal,div.MsoNormal{margin:0cm;font-size:11.0pt}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@import 'https://a.example/';",
                "@import url(https://a.example/) layer(x);",
                "@\\69mport 'https://a.example/';",
                "@charset 'x';@namespace svg url(https://a.example/);",
                "@font-face{font-family:x;src:url(https://a.example/)}",
                "@supports (color:red){p{color:red}}",
                "@layer x{p{color:red}}",
                "@container (width>1px){p{color:red}}",
                "@keyframes x{from{color:red}}",
                "@property --x{syntax:'*'}",
                "@media (update:fast){p{color:red}}",
                "@media screen and (max-width:expression(1)){p{color:red}}",
                "#id{color:red}",
                "a[href^='https']{color:red}",
                "input[value=x]{color:red}",
                "p::before{color:red}",
                "p:has(b){color:red}",
                ":target{color:red}",
                "a:not(.b){color:red}",
                "p{&:hover{color:red}}",
                "\\70{color:red}",
                "p{background:url(https://a.example/",
            })
    void dropsOtherRules(String css) {
        assertThat(sheet(css).replace("p{background:url('https://a.example/')}", ""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>p{font-family:'<\\/style><img src=x onerror=alert(1)>'}</style>x",
                "<style>/*</style><img src=x onerror=alert(1)>*/</style>x",
                "<style media='x</style><img src=x onerror=1>'>p{color:red}</style>x",
                "<svg><style><!--</style><img title='--></style><img src=x onerror=alert(1)>'>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<p title='</p><img src=x onerror=alert(1)>'>x",
                "<table><a href=https://a.example><tr><a href=https://b.example>x",
                "<p><table><p><a><div><a>x",
                "<pre>\n\n\n x</pre><listing>\n\ny</listing>",
                "<b><p></b>x</p><i>y<ul><li></i>z",
                "&lt;script&gt;alert(1)&lt;/script&gt;<\u0000script>x</script>",
                "<img alt=\"`><script>\" src=x><p lang='\"><b>'>",
                "\uFEFF \u2028<b>\uFFFE\u0085&#0;&#13;&#x80;</b>",
                "<a href='https://a.example/&#8238;gpj.exe'>x",
                "<li><div><li><dd><dl><dt><h1><b><h1>x",
                "<plaintext><b>x",
                "<select><option><b>x</select><td>y<caption>z",
            })
    void comesToRest(String html) {
        for (boolean styleBlocks : new boolean[] {true, false}) {
            String once = clean(html, RemoteContent.ALLOW, styleBlocks).html();

            assertThat(once).doesNotContainIgnoringCase("<script").doesNotContain("<img src=x onerror");
            assertThat(clean(once, RemoteContent.ALLOW, styleBlocks).html()).isEqualTo(once);
        }
    }
}
