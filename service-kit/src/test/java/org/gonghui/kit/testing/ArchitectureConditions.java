package org.gonghui.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the rules ask of a class or a method. */
final class ArchitectureConditions {
  private static final List<Class<? extends Annotation>> SAYS_WHO =
      List.of(RolesAllowed.class, PermitAll.class, DenyAll.class, Authenticated.class);
  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  private ArchitectureConditions() {}

  static ArchCondition<JavaClass> useNoResource() {
    return classCondition(
        "use no resource",
        user ->
            user.getDirectDependenciesFromSelf().stream()
                .filter(it -> outermost(it.getTargetClass()).isAnnotatedWith(Path.class))
                .filter(it -> !outermost(it.getTargetClass()).equals(outermost(user)))
                .map(it -> it.getDescription()));
  }

  static ArchCondition<JavaMethod> sayWhoMayCall() {
    return new Condition<>(
        "carry a role or @PermitAll",
        method ->
            SAYS_WHO.stream()
                    .anyMatch(
                        it -> method.isAnnotatedWith(it) || method.getOwner().isAnnotatedWith(it))
                ? Stream.empty()
                : Stream.of(method.getFullName() + " does not say who may call it"));
  }

  /** Limits on the fields of what comes in hold only if somebody asks for them. */
  static ArchCondition<JavaMethod> validateWhatComesIn() {
    return new Condition<>(
        "validate what comes in",
        method ->
            method.getParameters().stream()
                .filter(it -> it.isAnnotatedWith(BeanParam.class) || isBody(it))
                .filter(it -> !it.isAnnotatedWith(Valid.class))
                .map(it -> "%s takes %s without @Valid".formatted(method.getFullName(), it)));
  }

  private static boolean isBody(JavaParameter parameter) {
    return parameter.getRawType().isRecord()
        && parameter.getAnnotations().stream()
            .map(it -> it.getRawType().getPackageName())
            .noneMatch(it -> it.startsWith("org.jboss.resteasy") || it.equals("jakarta.ws.rs"));
  }

  static ArchCondition<JavaMethod> exposeNoEntity() {
    return new Condition<>(
        "expose no entity",
        method ->
            Stream.concat(
                    method.getReturnType().getAllInvolvedRawTypes().stream(),
                    method.getParameterTypes().stream()
                        .flatMap(it -> it.getAllInvolvedRawTypes().stream()))
                .filter(it -> it.isAnnotatedWith(Entity.class))
                .map(it -> method.getFullName() + " exposes " + it.getSimpleName()));
  }

  static ArchCondition<JavaClass> holdNoEntityOfAnotherFeature() {
    return classCondition(
        "hold no entity of another feature",
        entity ->
            entity.getFields().stream()
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                .filter(it -> it.isAnnotatedWith(Entity.class))
                .filter(it -> !it.getPackageName().equals(entity.getPackageName()))
                .map(it -> entity.getName() + " holds " + it.getName()));
  }

  static ArchCondition<JavaClass> beRecordsOfASealedInterface() {
    return classCondition(
        "be records of a sealed interface",
        event -> {
          var sealed = event.getRawInterfaces().stream().anyMatch(it -> it.reflect().isSealed());
          return event.isRecord() && sealed
              ? Stream.empty()
              : Stream.of(event.getName() + " is no record of a sealed interface");
        });
  }

  static ArchCondition<JavaClass> takeTheTimeFromTheClockBean() {
    return classCondition(
        "take the time from the clock bean",
        asker ->
            asker.getMethodCallsFromSelf().stream()
                .filter(ArchitectureConditions::asksTheSystem)
                .map(JavaMethodCall::getDescription));
  }

  private static boolean asksTheSystem(JavaMethodCall call) {
    var target = call.getTarget();
    var byClock =
        target.getRawParameterTypes().stream().anyMatch(it -> it.isEquivalentTo(Clock.class));
    return switch (call.getTargetOwner().getName()) {
      case "java.time.Clock" -> target.getName().startsWith("system");
      case "java.lang.System" -> target.getName().equals("currentTimeMillis");
      case String owner -> CLOCKS.contains(owner) && target.getName().equals("now") && !byClock;
    };
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureConditions::outermost).orElse(type);
  }

  private static ArchCondition<JavaClass> classCondition(
      String description, Function<JavaClass, Stream<String>> violations) {
    return new Condition<>(description, violations);
  }

  /** Every finding is a violation. */
  private static final class Condition<T> extends ArchCondition<T> {
    private final Function<T, Stream<String>> findings;

    Condition(String description, Function<T, Stream<String>> findings) {
      super(description);
      this.findings = findings;
    }

    @Override
    public void check(T item, ConditionEvents events) {
      findings.apply(item).forEach(it -> events.add(SimpleConditionEvent.violated(item, it)));
    }
  }
}
