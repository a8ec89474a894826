package io.sweepnet.spark;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No code asks which class a loss is of: a loss says what it is made of, so that a user's own is served like the others. */
class LossClassesTest {

    private static final ArchRule RULE = noClasses()
            .should(askForTheClassOfALoss())
            .because("a loss says what it is made of: residualPieces, decisions, isFlat, hasWholeStatistics");

    /** By {@code instanceof}, with a pattern or without, or by a class object as in {@code HuberLoss.class.isInstance}. */
    private static ArchCondition<JavaClass> askForTheClassOfALoss() {
        return new ArchCondition<>("ask for the class of a loss") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getInstanceofChecks().stream()
                        .filter(check -> check.getRawType().isAssignableTo(Loss.class))
                        .forEach(check -> add(type, check.getRawType(), events));
                type.getReferencedClassObjects().stream()
                        .filter(object -> object.getRawType().isAssignableTo(Loss.class))
                        .forEach(object -> add(type, object.getRawType(), events));
            }
        };
    }

    private static void add(JavaClass type, JavaClass found, ConditionEvents events) {
        events.add(SimpleConditionEvent.satisfied(type, type.getName() + " asks for " + found.getName()));
    }

    @Test
    void noClassOfTheModuleAsks() {
        RULE.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.sweepnet.spark"));
    }

    @ParameterizedTest
    @ValueSource(classes = {AsksPlainly.class, AsksWithAPattern.class, AsksForABase.class, AsksByAClassObject.class})
    void aClassThatAsksIsFound(Class<?> asking) {
        assertThat(RULE.evaluate(new ClassFileImporter().importClasses(asking)).hasViolation())
                .isTrue();
    }

    @Test
    void aClassThatMakesOneIsNot() {
        assertThat(RULE.evaluate(new ClassFileImporter().importClasses(Makes.class))
                        .hasViolation())
                .isFalse();
    }

    static final class AsksPlainly {
        static boolean isHuber(Loss loss) {
            return loss instanceof HuberLoss;
        }
    }

    static final class AsksWithAPattern {
        static double delta(Loss loss) {
            return loss instanceof HuberLoss huber ? huber.delta() : 0;
        }
    }

    static final class AsksForABase {
        static boolean isOfNumbers(Loss loss) {
            return loss instanceof ResidualLoss;
        }
    }

    static final class AsksByAClassObject {
        static boolean isHuber(Object loss) {
            return HuberLoss.class.isInstance(loss);
        }
    }

    static final class Makes {
        static Object made(Object text) {
            return text instanceof String name ? Losses.of(name) : new HuberLoss(2);
        }
    }
}
