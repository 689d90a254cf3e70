package oriel.demo.sample;

import java.util.HashMap;
import java.util.Map;

/**
 * The people in the sample mail, by the short names that the scripts use. The owner of the first mailbox may have any
 * address.
 */
final class People {

    private final Map<String, Person> byName = new HashMap<>();

    People(String ada) {
        add("ada", "Ada Lovelace", ada);
        add("grace", "Grace Hopper", "grace@oriel.test");
        add("alan", "Alan Turing", "alan@oriel.test");
        add("katherine", "Katherine Johnson", "katherine@oriel.test");
        add("margaret", "Margaret Hamilton", "margaret@oriel.test");
        add("edsger", "Edsger Dijkstra", "edsger@oriel.test");
        add("radia", "Radia Perlman", "radia@example.org");
        add("barbara", "Barbara Liskov", "barbara@example.org");
        add("tim", "Tim from the library", "tim@library.example.org");
        add("mary", "Mary Somerville", "mary@somerville.example.org");
        add("charles", "Charles Babbage", "charles@engine.example.com");
        add("joerg", "Jörg Müßig", "joerg.muessig@buero.example.com");
        add("eloise", "Éloïse Châtelet", "eloise@chatelet.example.org");
        add("zofia", "Zofia Łąkowska", "zofia@example.org");
        add("eleni", "Ελένη Παπαδοπούλου", "eleni@example.org");
        add("sofja", "Софья Ковалевская", "sofja@example.org");
        add("yuki", "田中 由紀", "yuki@example.co.jp");
        add("wei", "李 薇", "wei@example.org");
        add("minji", "김민지", "minji@example.org");
        add("noa", "נועה לוי", "noa@example.org");
        add("layla", "ليلى حداد", "layla@example.org");
        add("dev", "Oriel developers", "dev@lists.oriel.test");
    }

    private void add(String key, String name, String address) {
        byName.put(key, new Person(name, address));
    }

    Person get(String key) {
        Person person = byName.get(key);
        if (person == null) {
            throw new IllegalArgumentException("nobody is called " + key);
        }
        return person;
    }
}
