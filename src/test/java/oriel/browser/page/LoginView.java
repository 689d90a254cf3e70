package oriel.browser.page;

import com.microsoft.playwright.Page;

/** The sign-in page as a person uses it. */
public record LoginView(Page page, String base) {

    public LoginView open() {
        page.navigate(base + "/");
        return this;
    }

    public MailboxView signIn(String address, String password) {
        submit(address, password);
        MailboxView mailbox = new MailboxView(page);
        mailbox.rows().first().waitFor();
        return mailbox;
    }

    public void submit(String address, String password) {
        page.getByTestId("login-address").fill(address);
        page.getByTestId("login-password").fill(password);
        page.getByTestId("login-submit").click();
    }

    public String error() {
        return page.getByTestId("login-error").textContent();
    }
}
