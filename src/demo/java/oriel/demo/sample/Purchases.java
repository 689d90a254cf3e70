package oriel.demo.sample;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Orders: a confirmation each, and for some a note that the parcel is on its way. */
final class Purchases {

    private record Shop(String name, String domain, String colour) {}

    private record Item(String name, int pence) {}

    private static final List<Shop> SHOPS = List.of(
            new Shop("Quill & Ink", "quill.example.com", "#7a1f3d"),
            new Shop("Difference Books", "books.example.com", "#0b5345"),
            new Shop("Spare Parts for Everything", "parts.example.com", "#b9770e"));

    private static final List<Item> ITEMS = List.of(
            new Item("Notebook, squared, 192 pages", 890),
            new Item("Ink, blue-black, 50 ml", 1250),
            new Item("Sketches of the Analytical Engine (facsimile)", 2400),
            new Item("Keyboard, quiet, UK layout", 7900),
            new Item("Network cable, 3 m, blue", 420),
            new Item("Desk lamp, warm light", 3650),
            new Item("Coffee, whole beans, 1 kg", 1990),
            new Item("Postcards, set of 12", 600));

    private final Mailbox box;
    private final Template page = Template.of("receipt.html");

    Purchases(Mailbox box) {
        this.box = box;
    }

    void file(int count) {
        for (int i = 0; i < count; i++) {
            Shop shop = box.any(SHOPS);
            int days = 715 - i * 710 / count;
            ZonedDateTime date = box.workingTime(days);
            String number =
                    "%d-%05d".formatted(date.getYear(), 10_000 + box.random().nextInt(80_000));
            Mail order = order(shop, number, date);
            box.file(box.folder("Receipts", days), order);
            if (i % 2 == 0) {
                box.file(
                        box.folder("Receipts", days),
                        parcel(shop, number, date.plusDays(1)).answering(order));
            }
        }
    }

    private Mail order(Shop shop, String number, ZonedDateTime date) {
        StringBuilder lines = new StringBuilder();
        int total = 0;
        for (int i = 0; i <= box.random().nextInt(3); i++) {
            Item item = box.any(ITEMS);
            int pieces = 1 + box.random().nextInt(3);
            total += item.pence() * pieces;
            lines.append("<tr><td>%s</td><td align=\"right\">%d</td><td align=\"right\">&pound;%s</td></tr>\n"
                    .formatted(item.name(), pieces, pounds(item.pence() * pieces)));
        }
        String html = page.fill(Map.of(
                "shop", Paragraphs.escape(shop.name()),
                "domain", shop.domain(),
                "colour", shop.colour(),
                "name", box.owner().name(),
                "number", number,
                "date", date.toLocalDate().toString(),
                "lines", lines.toString(),
                "total", pounds(total)));
        return box.mailToOwner(sender(shop), date, "Your order " + number + " (£" + pounds(total) + ")")
                .body(Part.html(html));
    }

    private Mail parcel(Shop shop, String number, ZonedDateTime date) {
        String text = """
                Good news: your order %s has left our house.

                It should be with you the day after tomorrow:
                https://%s/orders/%s

                %s
                """.formatted(number, shop.domain(), number, shop.name());
        return box.mailToOwner(sender(shop), date, "On its way: order " + number)
                .body(Part.text(text));
    }

    private static Person sender(Shop shop) {
        return new Person(shop.name(), "orders@" + shop.domain());
    }

    private static String pounds(int pence) {
        return String.format(Locale.ROOT, "%,.2f", pence / 100.0);
    }
}
