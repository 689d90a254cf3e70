package oriel.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicServersTest {

    @ParameterizedTest
    @EnumSource(names = {"IMPLICIT", "STARTTLS"})
    void neverConnectsToThisComputerBecauseAStrangersDnsSaysSo(Tls tls) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Server server = new Server("localhost", listening.getLocalPort(), tls, true);
            Duration patience = Duration.ofSeconds(2);
            ImapConnector connector =
                    new ImapConnector(new ServerConfig(server, server, patience, patience, 3, patience, patience));

            assertThatThrownBy(() -> connector.connect(new Credentials.Password("ada@firm.example", "secret")))
                    .isInstanceOf(MailException.ServerUnreachable.class);

            connector.stop();
            assertThat(firstCaller(listening)).isEqualTo("somebody else");
        }
    }

    private static String firstCaller(ServerSocket listening) throws IOException {
        try (Socket other = new Socket(listening.getInetAddress(), listening.getLocalPort());
                Socket first = listening.accept()) {
            return first.getPort() == other.getLocalPort() ? "somebody else" : "Oriel";
        }
    }
}
