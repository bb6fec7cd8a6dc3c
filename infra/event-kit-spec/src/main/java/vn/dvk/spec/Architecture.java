package vn.dvk.spec;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules every service keeps, as allow-lists. A service's test calls {@link #check}; that each rule bites is shown
 * here, on classes planted to break it.
 *
 * <pre>{@code
 * Architecture.check("vn.dvk.awards");
 * Architecture.check("vn.dvk.reporting", Outline.of(layer("domain.."), layer("events..").uses("domain.."), ...));
 * }</pre>
 */
public final class Architecture {

    private static final Set<String> CHANGING =
            Set.of("PostMapping", "PutMapping", "DeleteMapping", "PatchMapping", "RequestMapping");

    private Architecture() {}

    /** Holds a service that decides to {@link Outline#SERVICE}, and to the rules for all. */
    public static void check(String service) {
        check(service, Outline.SERVICE);
    }

    /**
     * @param service its package
     * @throws AssertionError if a rule is broken, or if it speaks of packages that are not there
     */
    public static void check(String service, Outline outline) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        var missing = missing(service, outline, classes);
        if (!missing.isEmpty()) {
            throw new AssertionError("The rules would hold of nothing, for there is no class in " + missing);
        }
        var broken = rules(service, outline).stream()
                .map(rule -> rule.evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString())
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n\n", broken));
        }
    }

    /** The packages that the outline names and the service has not. */
    static List<String> missing(String service, Outline outline, JavaClasses classes) {
        return outline.layers().stream()
                .flatMap(layer -> layer.isSliced()
                        ? Stream.of(layer.packages(), layer.name() + ".*..")
                        : Stream.of(layer.packages()))
                .map(packages -> service + "." + packages)
                .filter(packages -> classes.stream().noneMatch(resideInAPackage(packages)))
                .toList();
    }

    static List<ArchRule> rules(String service, Outline outline) {
        var rules = new ArrayList<ArchRule>();
        outline.layers().forEach(layer -> rules.add(usesOnlyWhatItMay(service, layer)));
        rules.add(everythingHasItsPlace(service, outline));
        rules.add(slicesDoNotKnowEachOther(service, outline));
        rules.add(automationsAreNamedAfterEvents(service));
        rules.add(packagesHaveNoCycles(service));
        rules.add(whatChangesThingsSaysWhoMay(service));
        rules.add(everyPackageSaysWhatItIsFor(service));
        rules.add(shapesOverHttpHaveNamesOfTheirOwn(service));
        return rules;
    }

    static ArchRule usesOnlyWhatItMay(String service, Outline.Layer layer) {
        return classes()
                .that()
                .resideInAPackage(service + "." + layer.packages())
                .should(onlyDependOnClassesThat(oneOf(layer.allowed(service))))
                .as("%s of %s uses only what its outline says".formatted(layer.packages(), service));
    }

    private static DescribedPredicate<JavaClass> oneOf(List<String> packages) {
        var allowed = resideInAnyPackage(packages.toArray(String[]::new));
        return new DescribedPredicate<>("one of " + packages) {
            @Override
            public boolean test(JavaClass one) {
                var type = one.getBaseComponentType();
                return type.isPrimitive() || allowed.test(type);
            }
        };
    }

    /** Beside the layers there is only what starts the service, in its own package. */
    static ArchRule everythingHasItsPlace(String service, Outline outline) {
        var places = Stream.concat(
                        Stream.of(service), outline.layers().stream().map(layer -> service + "." + layer.packages()))
                .toArray(String[]::new);
        return classes().that().resideInAPackage(service + "..").should().resideInAnyPackage(places);
    }

    static ArchRule slicesDoNotKnowEachOther(String service, Outline outline) {
        var sliced = outline.layers().stream()
                .filter(Outline.Layer::isSliced)
                .map(Outline.Layer::name)
                .collect(Collectors.joining("|"));
        return slices().matching("%s.(%s).(*)..".formatted(service, sliced))
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(sliced.isEmpty())
                .as("slices of " + service + " do not know each other");
    }

    /** What happens by itself happens when something else has. */
    static ArchRule automationsAreNamedAfterEvents(String service) {
        return classes()
                .that()
                .resideInAPackage(service + ".automation.*..")
                .should()
                .resideInAPackage(service + ".automation.when*..")
                .allowEmptyShould(true);
    }

    /** So a reader can begin at the bottom and never has to come back to a package. */
    static ArchRule packagesHaveNoCycles(String service) {
        return slices().matching(service + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** Deny by default, seen from the code: no endpoint that changes something is without its roles. */
    static ArchRule whatChangesThingsSaysWhoMay(String service) {
        return methods()
                .that(new DescribedPredicate<JavaMethod>("change something over HTTP") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return method.getAnnotations().stream()
                                .anyMatch(one ->
                                        CHANGING.contains(one.getRawType().getSimpleName()));
                    }
                })
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(service + "..")
                .should(new ArchCondition<JavaMethod>("carry @Allowed") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var allowed = method.getAnnotations().stream()
                                .anyMatch(
                                        one -> one.getRawType().getSimpleName().equals("Allowed"));
                        if (!allowed) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " changes something and does not say who may"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule everyPackageSaysWhatItIsFor(String service) {
        return classes()
                .that()
                .resideInAPackage(service + "..")
                .should(new ArchCondition<JavaClass>("be in a null-marked package with a comment") {
                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        if (one.getPackage()
                                .tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isEmpty()) {
                            events.add(SimpleConditionEvent.violated(
                                    one, one.getName() + " is in a package without a null-marked package-info"));
                        }
                    }
                });
    }

    /** The API documentation calls a request or an answer by its simple name: two of the same name would become one. */
    static ArchRule shapesOverHttpHaveNamesOfTheirOwn(String service) {
        return classes()
                .that()
                .resideInAPackage(service + "..")
                .and(new DescribedPredicate<>("are records within controllers") {
                    @Override
                    public boolean test(JavaClass one) {
                        return one.isRecord()
                                && one.getEnclosingClass()
                                        .filter(outer -> outer.getSimpleName().endsWith("Controller"))
                                        .isPresent();
                    }
                })
                .should(new ArchCondition<JavaClass>("have names of their own") {

                    private final Map<String, JavaClass> seen = new HashMap<>();

                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        var before = seen.putIfAbsent(one.getSimpleName(), one);
                        if (before != null) {
                            events.add(SimpleConditionEvent.violated(
                                    one, one.getName() + " has the same name as " + before.getName()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }
}
