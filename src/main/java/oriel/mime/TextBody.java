package oriel.mime;

import org.jspecify.annotations.Nullable;
import oriel.mail.Body;
import oriel.mail.EmbeddedHead;

/** Makes a {@link Body} of a part's decoded bytes. */
final class TextBody {

    private TextBody() {}

    static Body of(PartHead head, byte[] bytes, @Nullable EmbeddedHead embedded) {
        Parameters parameters = head.parameters();
        String declared = parameters.get("charset");
        if (head.isHtml()) {
            String charset = HtmlCharset.of(bytes, declared);
            return new Body(Body.Type.HTML, Texts.decode(bytes, charset), false, false, embedded);
        }
        boolean flowed = parameters.get("format").equalsIgnoreCase("flowed");
        boolean delSp = flowed && parameters.get("delsp").equalsIgnoreCase("yes");
        return new Body(Body.Type.PLAIN, Texts.decode(bytes, declared), flowed, delSp, embedded);
    }
}
