package oriel.index;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BaseSubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: Lunch?",
                "RE:Lunch?",
                "re : lunch?",
                "Re: Re: AW: Fwd: Lunch?",
                "RE[2]: Lunch?",
                "Re(3): Lunch?",
                "Re^2: Lunch?",
                "Re2: Lunch?",
                "SV: Lunch?",
                "Antw: Lunch?",
                "Odp: Lunch?",
                "YNT: Lunch?",
                "R: Lunch?",
                "RES: Lunch?",
                "RV: Lunch?",
                "TR: Lunch?",
                "WG: Lunch?",
                "Vá: Lunch?",
                "Va\u0301: Lunch?",
                "İLT: Lunch?",
                "Отв: Lunch?",
                "ΑΠ: Lunch?",
                "回复:Lunch?",
                "回复：Lunch?",
                "答复: Lunch?",
                "转发：Lunch?",
                "返信: Lunch?",
                "  Re:\u00a0\t Lunch? ",
                "Fw: Lunch? (fwd) (FWD)",
                "[Fwd: Lunch?]",
                "Re: [Fwd: Re: Lunch?]",
                "[friends] Re: Lunch?",
                "Re: [friends] RE: [friends] Lunch?"
            })
    void takesAwayWhatAnsweringAndForwardingAdds(String subject) {
        assertThat(BaseSubject.of(subject)).isEqualTo(new BaseSubject("lunch?", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lunch?", "LUNCH?", "[friends] Lunch?", " Lunch? "})
    void leavesWhatAnswersNothing(String subject) {
        assertThat(BaseSubject.of(subject)).isEqualTo(new BaseSubject("lunch?", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Re:", "Re: Fwd: ", "\u200b"})
    void isEmptyIfNothingIsLeft(String subject) {
        assertThat(BaseSubject.of(subject).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Regarding: x", "Remember: x", "Area: x", "Real: x", "Result: x", "Invoice: x", "Reply", "R"})
    void takesNoOtherWordForAPrefix(String subject) {
        assertThat(BaseSubject.of(subject).answer()).isFalse();
        assertThat(BaseSubject.of(subject).text()).isEqualTo(subject.toLowerCase());
    }

    @Test
    void keepsTheNumbersOfTicketsAndPatches() {
        assertThat(BaseSubject.of("Re: [Ticket #123] Printer"))
                .isEqualTo(new BaseSubject("[ticket #123] printer", true));
        assertThat(BaseSubject.of("[Ticket #123] Re: [Ticket #123] Printer").text())
                .isEqualTo("[ticket #123] printer");
        assertThat(BaseSubject.of("[dev] [PATCH 1/3] Printer").text()).isEqualTo("[patch 1/3] printer");
        assertThat(BaseSubject.of("Re: [friends]").text()).isEqualTo("[friends]");
    }

    @Test
    void readsAMegabyteOfPrefixesAtOnce() {
        long begin = System.nanoTime();

        assertThat(BaseSubject.of("Re: ".repeat(250_000)).answer()).isTrue();
        assertThat(BaseSubject.of("[".repeat(1_000_000)).answer()).isFalse();
        assertThat(BaseSubject.of("[fwd:".repeat(200_000) + "]".repeat(200_000)).text())
                .isNotEmpty();

        assertThat(System.nanoTime() - begin).isLessThan(1_000_000_000L);
    }
}
