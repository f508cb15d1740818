package dev.vigil;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** Who may import whom, and what no room may do. */
@AnalyzeClasses(packages = "dev.vigil", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> ROOMS = List.of(
            "core",
            "contract",
            "llm",
            "language",
            "rules",
            "schedule",
            "store",
            "notify",
            "connectors",
            "engine",
            "web",
            "cli",
            "app");

    @ArchTest
    static final ArchRule coreKnowsNobody = only("core");

    @ArchTest
    static final ArchRule coreNeedsTheJdkAlone = classes()
            .that()
            .resideInAPackage("dev.vigil.core..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.vigil.core.."))
            .because("everyone builds on core");

    @ArchTest
    static final ArchRule contractKnowsCore = only("contract", "core");

    @ArchTest
    static final ArchRule modelsKnowCore = only("llm", "core");

    @ArchTest
    static final ArchRule languageKnowsModels = only("language", "core", "contract", "llm");

    @ArchTest
    static final ArchRule rulesKnowCore = only("rules", "core", "contract");

    @ArchTest
    static final ArchRule scheduleKnowsCore = only("schedule", "core", "contract");

    @ArchTest
    static final ArchRule storeKnowsCore = only("store", "core", "contract");

    @ArchTest
    static final ArchRule notifyKnowsCore = only("notify", "core", "contract");

    @ArchTest
    static final ArchRule connectorsKnowCore = only("connectors", "core", "contract");

    @ArchTest
    static final ArchRule engineKnowsCore = only("engine", "core");

    @ArchTest
    static final ArchRule pagesKnowTheEngine = only("web", "core", "engine");

    @ArchTest
    static final ArchRule commandsKnowTheEngine = only("cli", "core", "engine");

    @ArchTest
    static final ArchRule connectorsKnowNotOneAnother = slices().matching("dev.vigil.connectors.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("deleting one connector must not break another");

    @ArchTest
    static final ArchRule everyRoomIsKnown = classes()
            .that()
            .resideInAPackage("dev.vigil..")
            .should()
            .resideInAnyPackage(ROOMS.stream().map(ArchitectureTest::in).toArray(String[]::new));

    @ArchTest
    static final ArchRule timeComesFromTheClockThatWasHandedIn = noClasses()
            .that(resideOutside("app", "cli"))
            .should()
            .callCodeUnitWhere(readsTheSystemClock())
            .because("a replay runs on a simulated clock: take an InstantSource");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "sleeps",
                    call -> call.getTarget().getName().equals("sleep")
                            && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                    .contains(call.getTargetOwner().getName())))
            .because("whoever sleeps cannot be woken or replayed");

    @ArchTest
    static final ArchRule nobodyReadsSerializedObjects = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .because("what is read could run code");

    @ArchTest
    static final ArchRule nobodyHandsALineToAShell = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "Runtime.exec with one string",
                    call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                            && call.getTarget().getName().equals("exec")
                            && call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(String.class)))
            .because("a command is an argument vector");

    private static ArchRule only(String room, String... known) {
        String[] strange = ROOMS.stream()
                .filter(other -> !other.equals(room) && !List.of(known).contains(other))
                .map(ArchitectureTest::in)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strange)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> resideOutside(String... rooms) {
        return DescribedPredicate.not(resideInAnyPackage(
                List.of(rooms).stream().map(ArchitectureTest::in).toArray(String[]::new)));
    }

    private static String in(String room) {
        return "dev.vigil." + room + "..";
    }

    private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
        Set<Class<?>> times = Set.of(
                Instant.class,
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                ZonedDateTime.class,
                OffsetDateTime.class);
        return DescribedPredicate.describe("read the system clock", call -> {
            String method = call.getTarget().getName();
            JavaClass owner = call.getTargetOwner();
            boolean now = method.equals("now") && times.stream().anyMatch(owner::isEquivalentTo);
            boolean handed =
                    call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            boolean system = method.startsWith("system")
                    && (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class));
            boolean millis = method.equals("currentTimeMillis") && owner.isEquivalentTo(System.class);
            boolean date = method.equals("<init>")
                    && owner.isEquivalentTo(java.util.Date.class)
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return now && !handed || system || millis || date;
        });
    }
}
