package oriel.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the rooms and the sentences of src/docs/ARCHITECTURE.md; rooms may be empty. */
@AnalyzeClasses(packages = "oriel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule everyClassLivesInARoom = classes()
            .should(new Condition("live in a room of the table, flat or in its web package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String name = type.getPackageName();
                    boolean known = Rooms.all().stream()
                            .map(room -> "oriel." + room)
                            .anyMatch(room -> name.equals(room) || name.equals(room + ".web"));
                    report(events, type, known, type.getName() + " lives in " + name);
                }
            });

    @ArchTest
    static final ArchRule aRoomKnowsOnlyItsTable = classes()
            .should(new Condition("know only the rooms that the table allows") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(each -> Rooms.isOurs(each.getTargetClass().getBaseComponentType()))
                            .forEach(each -> report(
                                    events,
                                    type,
                                    Rooms.mayKnow(
                                            Rooms.of(type),
                                            Rooms.of(each.getTargetClass().getBaseComponentType())),
                                    each.getDescription()));
                }
            });

    @ArchTest
    static final ArchRule nobodyKnowsTheAdapters = noClasses()
            .that()
            .resideOutsideOfPackages("oriel.imap..", "oriel.smtp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("oriel.imap..", "oriel.smtp..")
            .because("they are plugged in behind the ports of oriel.mail");

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching("oriel.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule aFeatureDoesNotKnowItsPages = noClasses()
            .that()
            .resideOutsideOfPackage("..web")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("oriel..web")
            .because("pages call use cases and not the other way round");

    @ArchTest
    static final ArchRule jakartaMailStaysInItsRooms = noClasses()
            .that()
            .resideOutsideOfPackages("oriel.mime..", "oriel.imap..", "oriel.smtp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "com.sun.mail..");

    @ArchTest
    static final ArchRule facesStaysInPages = noClasses()
            .that()
            .resideOutsideOfPackages("oriel..web", "oriel.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..");

    @ArchTest
    static final ArchRule omniFacesStaysInPagesAndPush = noClasses()
            .that()
            .resideOutsideOfPackages("oriel..web", "oriel.ui..", "oriel.push..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.omnifaces..");

    @ArchTest
    static final ArchRule htmlToolsStayInHtml = noClasses()
            .that()
            .resideOutsideOfPackage("oriel.html..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jsoup..", "com.helger..");

    @ArchTest
    static final ArchRule luceneStaysInIndex = noClasses()
            .that()
            .resideOutsideOfPackage("oriel.index..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule everyPackageSaysWhatMayBeNull = classes()
            .should(new Condition("be in a package with a @NullMarked package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    report(events, type, marked, type.getPackageName() + " is not @NullMarked");
                }
            });

    @ArchTest
    static final ArchRule everyPageBeanHasItsPage = classes()
            .that(describe("are page beans", ArchitectureTest::isPageBean))
            .should(new Condition("have a page of their name") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Path page = Pages.of(type);
                    report(events, type, Files.exists(page), type.getName() + " has no " + page);
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Manager|Helper)")
            .because("these names say nothing");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .because("waiting is for something, and that can be waited for");

    private static boolean isPageBean(JavaClass type) {
        return type.getSimpleName().endsWith("Page") && type.getPackageName().endsWith(".web");
    }

    /** A condition that reports in one line. */
    private abstract static class Condition extends ArchCondition<JavaClass> {

        Condition(String description) {
            super(description);
        }

        static void report(ConditionEvents events, JavaClass type, boolean good, String message) {
            events.add(new SimpleConditionEvent(type, good, message));
        }
    }
}
