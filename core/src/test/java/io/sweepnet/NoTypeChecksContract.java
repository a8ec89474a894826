package io.sweepnet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.sweepnet.loss.HuberLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.ResidualLoss;
import io.sweepnet.network.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No code of this module distinguishes losses by their classes, or activations by their names: it depends on their
 * properties, so that the next one, or a user's own loss, is served like the others.
 */
public abstract class NoTypeChecksContract {

    private static final ArchRule LOSSES = noClasses()
            .should(checkTheClassOfALoss())
            .because("a loss has properties: residualPieces, decisions, isFlat, hasWholeStatistics");

    private static final ArchRule ACTIVATIONS = noClasses()
            .that()
            .resideOutsideOfPackage("io.sweepnet.network")
            .should()
            .accessFieldWhere(describe(
                    "an activation is named",
                    access -> access.getTargetOwner().isEquivalentTo(Activation.class)
                            && access.getTarget().getRawType().isEquivalentTo(Activation.class)))
            .because("an activation has properties: pieces, shape, isDifferentiable");

    private final String base;

    /**
     * The rules of a module.
     *
     * @param base the package that its packages are in
     */
    protected NoTypeChecksContract(String base) {
        this.base = base;
    }

    /** By {@code instanceof}, with a pattern or without, or by a class object as in {@code HuberLoss.class.isInstance}. */
    private static ArchCondition<JavaClass> checkTheClassOfALoss() {
        return new ArchCondition<>("check the class of a loss") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getInstanceofChecks().forEach(check -> add(type, check.getRawType(), events));
                type.getReferencedClassObjects().forEach(object -> add(type, object.getRawType(), events));
            }
        };
    }

    private static void add(JavaClass type, JavaClass found, ConditionEvents events) {
        if (found.isAssignableTo(Loss.class)) {
            events.add(SimpleConditionEvent.satisfied(type, type.getName() + " checks for " + found.getName()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noClassOfTheModuleChecks(boolean ofLosses) {
        (ofLosses ? LOSSES : ACTIVATIONS)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(base));
    }

    @ParameterizedTest
    @ValueSource(classes = {ByInstanceof.class, ByAPattern.class, ForABaseClass.class, ByAClassObject.class})
    void aCheckOfALossIsFound(Class<?> checking) {
        assertThat(isFound(LOSSES, checking)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {ByAConstant.class, ByAListOfConstants.class})
    void aCheckOfAnActivationIsFound(Class<?> checking) {
        assertThat(isFound(ACTIVATIONS, checking)).isTrue();
    }

    @Test
    void makingOneOrReadingItsPropertiesIsNoCheck() {
        assertThat(isFound(LOSSES, WithoutCheck.class)).isFalse();
        assertThat(isFound(ACTIVATIONS, WithoutCheck.class)).isFalse();
    }

    private static boolean isFound(ArchRule rule, Class<?> checking) {
        return rule.evaluate(new ClassFileImporter().importClasses(checking)).hasViolation();
    }

    static final class ByInstanceof {
        static boolean isHuber(Loss loss) {
            return loss instanceof HuberLoss;
        }
    }

    static final class ByAPattern {
        static double delta(Loss loss) {
            return loss instanceof HuberLoss huber ? huber.delta() : 0;
        }
    }

    static final class ForABaseClass {
        static boolean isOfNumbers(Loss loss) {
            return loss instanceof ResidualLoss;
        }
    }

    static final class ByAClassObject {
        static boolean isHuber(Object loss) {
            return HuberLoss.class.isInstance(loss);
        }
    }

    static final class ByAConstant {
        static boolean isRelu(Activation activation) {
            return activation == Activation.RELU;
        }
    }

    static final class ByAListOfConstants {
        static boolean isCurved(Activation activation) {
            return List.of(Activation.TANH, Activation.SIGMOID).contains(activation);
        }
    }

    static final class WithoutCheck {
        static Loss loss(Object text) {
            return text instanceof String name ? Losses.of(name) : new HuberLoss(2);
        }

        static boolean isHinge(String name) {
            return Activation.of(name).shape() == Activation.Shape.HINGE;
        }
    }
}
