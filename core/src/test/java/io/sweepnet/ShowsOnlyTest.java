package io.sweepnet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to show a type that callers must not need is found. */
class ShowsOnlyTest {

    private static final DescribedPredicate<JavaClass> NOT_HIDDEN =
            describe("are not hidden", type -> !type.getSimpleName().startsWith("Hidden"));

    private static boolean isFound(Class<?> type) {
        return classes()
                .should(new ShowsOnly(NOT_HIDDEN, NOT_HIDDEN))
                .evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ByField.class,
                ByProtectedField.class,
                ByConstructor.class,
                ByParameter.class,
                ByResult.class,
                ByArray.class,
                ByProtectedMethod.class,
                ByArgumentOfResult.class,
                ByWildcard.class,
                ByException.class,
                ByBoundOfMethod.class,
                ByBoundOfType.class,
                BySuperclass.class,
                ByInterface.class,
                ByArgumentOfInterface.class,
                ByComponent.class,
                ByArgumentOfComponent.class
            })
    void aTypeThatShowsAHiddenOneIsFound(Class<?> type) {
        assertThat(isFound(type)).isTrue();
    }

    @Test
    void aTypeThatUsesAHiddenOneInsideIsNot() {
        assertThat(isFound(Inside.class)).isFalse();
    }

    @Test
    void whatIsWithinAHiddenTypeIsNotVisible() {
        ClassFileImporter importer = new ClassFileImporter();
        assertThat(ShowsOnly.isVisible(importer.importClass(ShowsOnlyTest.Public.Within.class)))
                .isFalse();
        assertThat(ShowsOnly.isVisible(importer.importClass(PublicPackagesContract.class)))
                .isTrue();
        assertThat(ShowsOnly.isVisible(importer.importClass(ShowsOnly.class))).isFalse();
    }

    static class Hidden {}

    interface HiddenRole {}

    static final class HiddenException extends Exception {
        private static final long serialVersionUID = 1;
    }

    static final class ByField {
        public Hidden field;
    }

    static class ByProtectedField {
        protected Hidden field;
    }

    static final class ByConstructor {
        public ByConstructor(Hidden given) {}
    }

    static final class ByParameter {
        public void take(Hidden given) {}
    }

    static final class ByResult {
        public Hidden result() {
            return null;
        }
    }

    static final class ByArray {
        public Hidden[][] result() {
            return null;
        }
    }

    static class ByProtectedMethod {
        protected void take(Hidden given) {}
    }

    static final class ByArgumentOfResult {
        public Map<String, List<Hidden>> result() {
            return null;
        }
    }

    static final class ByWildcard {
        public void take(List<? super Hidden> given) {}
    }

    static final class ByException {
        public void fail() throws HiddenException {
            throw new HiddenException();
        }
    }

    static final class ByBoundOfMethod {
        public <T extends HiddenRole> void take(T given) {}
    }

    static final class ByBoundOfType<T extends HiddenRole> {
        T ofPackage() {
            return null;
        }
    }

    static final class BySuperclass extends Hidden {}

    static final class ByInterface implements HiddenRole {}

    abstract static class ByArgumentOfInterface implements Supplier<Hidden> {}

    record ByComponent(Hidden component) {}

    record ByArgumentOfComponent(List<Hidden> component) {}

    static final class Inside {
        private Hidden field;

        Hidden ofPackage() {
            return field;
        }

        void take(Hidden given) {
            field = given;
        }
    }

    static final class Public {
        public static final class Within {}
    }
}
