package io.jenkins.plugins.videogeneration.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The arrows between the packages. The build without Jenkins has only some of them, so every rule may find nothing. */
class PackageRulesTest {

    private static final String ROOT = "io.jenkins.plugins.videogeneration";
    private static final String OURS = ROOT + "..";
    private static final String API = ROOT + ".api..";
    private static final String RENDER = ROOT + ".render..";
    private static final String SIMULATOR = ROOT + ".simulator..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages(ROOT);

    @Test
    void theClassesAreFoundAtAll() {
        assertThat(CLASSES.contain(ROOT + ".api.VideosClient"), is(true));
        assertThat(CLASSES.contain(ROOT + ".api.VirtualTime"), is(false));
    }

    @Test
    void packagesUseOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(OURS)
                .withOptionalLayers(true)
                .layer("entries")
                .definedBy(ROOT + ".step..", ROOT + ".builder..", ROOT + ".gallery..")
                .layer("command line")
                .definedBy(ROOT + ".cli..")
                .layer("host")
                .definedBy(
                        ROOT + ".artifact..",
                        ROOT + ".run..",
                        ROOT + ".adoption..",
                        ROOT + ".budget..",
                        ROOT + ".service..")
                .layer("render")
                .definedBy(RENDER)
                .layer("simulator")
                .definedBy(SIMULATOR)
                .layer("api")
                .definedBy(API)
                .whereLayer("entries")
                .mayOnlyAccessLayers("host", "render", "api")
                .whereLayer("command line")
                .mayOnlyAccessLayers("render", "simulator", "api")
                .whereLayer("host")
                .mayOnlyAccessLayers("render", "simulator", "api")
                .whereLayer("render")
                .mayOnlyAccessLayers("api")
                .whereLayer("simulator")
                .mayOnlyAccessLayers("api")
                .whereLayer("api")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNothingOfJenkins() {
        noClasses()
                .that(resideInAnyPackage(API, RENDER, SIMULATOR))
                .should()
                .dependOnClassesThat(resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..")
                        .or(resideInAPackage("io.jenkins..").and(not(resideInAPackage(OURS)))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theApiNeedsOnlyHttpJsonAndALookAtKindsOfFiles() {
        classes()
                .that(resideInAPackage(API))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        API,
                        "java..",
                        "javax.net..",
                        "javax.imageio..",
                        "okhttp3..",
                        "okio..",
                        "com.fasterxml.jackson..",
                        "com.drew.imaging..",
                        "kotlin.."))
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
