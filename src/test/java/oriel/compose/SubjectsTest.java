package oriel.compose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectsTest {

    @ParameterizedTest
    @CsvSource({
        "Lunch?,Re: Lunch?",
        "Re: Lunch?,Re: Lunch?",
        "RE: re: Lunch?,Re: Lunch?",
        "AW: SV: Antw: Lunch?,Re: Lunch?",
        "Re[2]: Lunch?,Re: Lunch?",
        "Re：Lunch?,Re: Lunch?",
        "Fwd: Lunch?,Re: Fwd: Lunch?",
        "Reading: a list,Re: Reading: a list",
        "Result: won,Re: Result: won",
        "'',Re: "
    })
    void answersWithOneRe(String subject, String answer) {
        assertThat(Subjects.reply(subject)).isEqualTo(answer == null ? "Re: " : answer.equals("Re:") ? "Re: " : answer);
    }

    @ParameterizedTest
    @CsvSource({"Lunch?,Fwd: Lunch?", "WG: Fw: FWD: Lunch?,Fwd: Lunch?", "Re: Lunch?,Fwd: Re: Lunch?"})
    void forwardsWithOneFwd(String subject, String forward) {
        assertThat(Subjects.forward(subject)).isEqualTo(forward);
    }

    @Test
    void keepsTheSubjectOnOneLine() {
        assertThat(Subjects.reply("Lunch\r\nBcc: x")).isEqualTo("Re: Lunch Bcc: x");
    }
}
