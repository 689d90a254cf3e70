package oriel.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The panel in which a message is written. */
public record ComposerView(Page page) {

    public Locator field(String name) {
        return page.getByTestId("compose-" + name);
    }

    public ComposerView to(String address) {
        field("to").fill(address);
        return this;
    }

    public ComposerView subject(String subject) {
        field("subject").fill(subject);
        return this;
    }

    /** Types above whatever is quoted. */
    public ComposerView type(String text) {
        field("body").press("Control+Home");
        field("body").pressSequentially(text);
        return this;
    }

    public void send() {
        field("send").click();
        page.getByTestId("composer")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
}
