package oriel.imap;

import org.junit.jupiter.api.Test;
import oriel.mime.EnvelopeParser;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

    @Test
    void decodesHeadsAsServersSendThem() throws Exception {
        Rehearsal rehearsal = new Rehearsal(new EnvelopeParser());

        assertThat(rehearsal.decode(7, Rehearsal.unconnected()).orElseThrow()).satisfies(head -> {
            assertThat(head.envelope().subject()).isEqualTo("Größe 7");
            assertThat(head.references()).containsExactly("<6@oriel.invalid>");
        });
    }
}
