package oriel.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {

    private static final String OPTION = "mvn -Pdemo -Doriel.port";

    @Test
    void saysInOneSentenceThatAPortIsInUseAndHowToChooseAnother() throws IOException {
        try (ServerSocket other = listen()) {
            int port = other.getLocalPort();
            int next = port == Ports.LAST ? port - 1 : port + 1;

            assertThatThrownBy(() -> Ports.free(port, OPTION))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port " + port + " is in use. Choose another: mvn -Pdemo -Doriel.port=" + next)
                    .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
        }
    }

    @Test
    void takesAnotherPortWhenOnlyTheUsualOneIsInUse() throws IOException {
        try (ServerSocket other = listen()) {
            int chosen = Ports.choose(0, other.getLocalPort(), OPTION);

            assertThat(chosen).isPositive().isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void insistsOnAPortThatWasAskedFor() throws IOException {
        try (ServerSocket other = listen()) {
            assertThatThrownBy(() -> Ports.choose(other.getLocalPort(), 1, OPTION))
                    .isInstanceOf(CannotStart.class);
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
