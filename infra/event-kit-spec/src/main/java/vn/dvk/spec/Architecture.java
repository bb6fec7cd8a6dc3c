package vn.dvk.spec;

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
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The rules every service keeps, as allow-lists. A service's test calls {@link #check}; that each rule bites is shown
 * here, on classes planted to break it.
 */
public final class Architecture {

    private static final Set<String> CHANGING =
            Set.of("PostMapping", "PutMapping", "DeleteMapping", "PatchMapping", "RequestMapping");

    private Architecture() {}

    /** Imports the service's classes and checks all rules; also that the packages the rules speak of are not empty. */
    public static void check(String service) {
        var all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        if (all.stream().noneMatch(one -> one.getPackageName().startsWith(service + ".domain"))) {
            throw new AssertionError("There is no class in " + service + ".domain: the rules would hold of nothing");
        }
        rules(service).forEach(rule -> rule.check(all));
    }

    /** For a service without a domain of its own, such as a projection. */
    public static void checkWithoutDomain(String service) {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        if (all.isEmpty()) {
            throw new AssertionError("There is no class in " + service + ": the rules would hold of nothing");
        }
        rules(service).forEach(rule -> rule.allowEmptyShould(true).check(all));
    }

    static List<ArchRule> rules(String service) {
        return List.of(
                theDomainIsPlainJava(service),
                slicesDoNotKnowEachOther(service),
                whatChangesThingsSaysWhoMay(service),
                everyPackageSaysWhatItIsFor(service));
    }

    static ArchRule theDomainIsPlainJava(String service) {
        return classes()
                .that()
                .resideInAPackage(service + ".domain..")
                .should(onlyDependOnClassesThat(plainJava(service)))
                .as("the domain of " + service + " uses java.., JSpecify, the kit's deciding package and itself only");
    }

    private static DescribedPredicate<JavaClass> plainJava(String service) {
        return new DescribedPredicate<>("plain Java") {
            @Override
            public boolean test(JavaClass one) {
                var type = one.getBaseComponentType();
                var name = type.getPackageName();
                return type.isPrimitive()
                        || name.equals("java")
                        || name.startsWith("java.")
                        || name.equals("org.jspecify.annotations")
                        || name.equals("vn.dvk.kit")
                        || name.equals(service + ".domain")
                        || name.startsWith(service + ".domain.");
            }
        };
    }

    static ArchRule slicesDoNotKnowEachOther(String service) {
        return slices().matching(service + ".(write|read|automation).(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .as("slices of " + service + " do not know each other");
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
}
