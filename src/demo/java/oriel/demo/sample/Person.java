package oriel.demo.sample;

/**
 * Somebody who writes or gets mail.
 *
 * @param name as shown; may be empty
 * @param address without name
 */
public record Person(String name, String address) {

    String firstName() {
        return name.split(" ")[0];
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
