package io.sweepnet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a type shows to its callers and heirs consists of allowed types: its supertypes and type parameters, and, of its
 * public and protected fields, constructors and methods, the types, parameters, declared exceptions and type parameters, with
 * all type arguments, bounds and array components. The components of a record are those of its constructor.
 */
final class ShowsOnly extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> allowed;
    private final DescribedPredicate<JavaClass> allowedAsSupertype;

    /**
     * @param allowed the types that members may show
     * @param allowedAsSupertype the types that may be superclasses, interfaces, or bounds and arguments of these
     */
    ShowsOnly(DescribedPredicate<JavaClass> allowed, DescribedPredicate<JavaClass> allowedAsSupertype) {
        super("show only types that " + allowed.getDescription());
        this.allowed = allowed;
        this.allowedAsSupertype = allowedAsSupertype;
    }

    /** Returns whether a type is public, and the types that it is in are. */
    static boolean isVisible(JavaClass type) {
        boolean isOpen = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return isOpen && type.getEnclosingClass().map(ShowsOnly::isVisible).orElse(true);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> supertypes = Stream.of(
                        type.getSuperclass().stream(), type.getInterfaces().stream(), bounds(type.getTypeParameters()))
                .flatMap(shown -> shown);
        add(type, type.getName(), supertypes, allowedAsSupertype, events);
        type.getMembers().stream()
                .filter(ShowsOnly::isShown)
                .forEach(member -> add(type, member.getFullName(), shown(member), allowed, events));
    }

    private static boolean isShown(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> shown(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getExceptionTypes().stream(),
                        bounds(code.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> parameters) {
        return parameters.stream().flatMap(parameter -> parameter.getUpperBounds().stream());
    }

    private static void add(
            JavaClass type,
            String where,
            Stream<JavaType> shown,
            DescribedPredicate<JavaClass> allowed,
            ConditionEvents events) {
        shown.flatMap(each -> each.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .distinct()
                .filter(allowed.negate())
                .forEach(each -> events.add(SimpleConditionEvent.violated(type, where + " shows " + each.getName())));
    }
}
