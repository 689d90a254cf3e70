package oriel.push.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omnifaces.cdi.push.Socket;
import oriel.push.SessionListener;
import oriel.push.SocketWire;

/**
 * The address of a page's socket. {@code o:socket} registers it; the script that it would write into the page, and
 * OmniFaces' script library, are left out, since the mailbox page has its own.
 */
@Named
@RequestScoped
public class PushChannel {

    private static final Pattern CHANNEL = Pattern.compile("'" + SocketWire.CHANNEL + "\\?([\\w-]+)'");

    private final SessionListener session;

    @Inject
    public PushChannel(SessionListener session) {
        this.session = session;
    }

    /** The path of the socket, to be asked with the scheme {@code ws} or {@code wss}. */
    public String getAddress() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        Socket socket = new Socket();
        socket.setChannel(SocketWire.CHANNEL);
        socket.setUser(session.get());
        Matcher channel = CHANNEL.matcher(written(socket, faces));
        if (!channel.find()) {
            throw new IllegalStateException("o:socket tells no address");
        }
        session.channel(channel.group(1));
        return faces.getExternalContext().getRequestContextPath() + OwnSockets.PATH + SocketWire.CHANNEL + "?"
                + channel.group(1);
    }

    private static String written(Socket socket, FacesContext faces) throws IOException {
        ResponseWriter page = faces.getResponseWriter();
        StringWriter script = new StringWriter();
        try {
            faces.setResponseWriter(page.cloneWithWriter(script));
            socket.encodeChildren(faces);
            faces.getResponseWriter().flush();
        } finally {
            faces.setResponseWriter(page);
        }
        return script.toString();
    }
}
