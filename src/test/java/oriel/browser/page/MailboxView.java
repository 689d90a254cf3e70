package oriel.browser.page;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The mailbox page as a person uses it. */
public record MailboxView(Page page) {

    public Locator rows() {
        return page.getByTestId("row");
    }

    public Locator row(String subject) {
        return rows().filter(new Locator.FilterOptions().setHasText(subject)).first();
    }

    public Locator folder(String path) {
        return page.locator("[data-testid=folder][data-folder=\"" + path + "\"]");
    }

    /** The folder's place in the tree. */
    public Locator folderItem(String path) {
        return page.locator("[role=treeitem][data-key=\"" + path + "\"]");
    }

    /** Drags a folder to a height of another one: 0 is its upper edge, 1 its lower one. */
    public void dragFolder(String folder, String other, double height) {
        double x = 60;
        double to = y(folderItem(other), height);
        page.mouse().move(x, y(folderItem(folder), 0.5));
        page.mouse().down();
        page.mouse().move(x + 9, y(folderItem(folder), 0.7));
        page.mouse().move(x, to);
        page.mouse().move(x + 1, to);
        page.mouse().up();
    }

    private static double y(Locator item, double height) {
        String place =
                "(item, height) => { const box = item.getBoundingClientRect(); return box.top + box.height * height; }";
        return ((Number) item.evaluate(place, height)).doubleValue();
    }

    /** Opens a message by a click and waits until its text is there. */
    public MailboxView open(String subject) {
        row(subject).click();
        text().locator("body").waitFor();
        page.locator(".reader-body:not(.loading)").waitFor();
        return this;
    }

    /** Opens an unread message and waits until the server knows that it was read. */
    public MailboxView read(String subject) {
        page.waitForResponse(response -> response.request().method().equals("POST"), () -> open(subject));
        return this;
    }

    public FrameLocator text() {
        return page.frameLocator("[data-testid=reader-body]");
    }

    public Locator subject() {
        return page.getByTestId("reader-subject");
    }

    public Locator action(String name) {
        return page.getByTestId("action-" + name);
    }

    public Locator toast() {
        return page.getByTestId("toast");
    }

    public ComposerView compose() {
        page.getByTestId("compose-new").click();
        return composer();
    }

    public ComposerView answer(String action) {
        action(action).click();
        return composer();
    }

    public void signOut() {
        page.getByTestId("user-menu").click();
        page.getByTestId("sign-out").click();
        page.getByTestId("login-address").waitFor();
    }

    private ComposerView composer() {
        page.getByTestId("composer").waitFor();
        return new ComposerView(page);
    }
}
