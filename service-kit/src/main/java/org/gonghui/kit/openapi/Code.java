package org.gonghui.kit.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;

/** The code behind a document: the method of an operation, the record or enum of a schema. */
final class Code {
  private static final DotName OPERATION = DotName.createSimple(Operation.class);
  private static final DotName IGNORED = DotName.createSimple(JsonIgnore.class);
  private static final String HOUSE = "org.gonghui.";

  private final Map<String, MethodInfo> methods;
  private final Map<String, List<ClassInfo>> types;

  Code(IndexView index) {
    methods =
        index.getAnnotations(OPERATION).stream()
            .filter(it -> it.value("operationId") != null)
            .collect(
                toMap(
                    it -> it.value("operationId").asString(),
                    it -> it.target().asMethod(),
                    (one, _) -> one));
    types =
        index.getKnownClasses().stream()
            .filter(it -> it.name().toString().startsWith(HOUSE) && (it.isRecord() || it.isEnum()))
            .collect(groupingBy(ClassInfo::simpleName));
  }

  Optional<MethodInfo> method(String operationId) {
    return Optional.ofNullable(methods.get(operationId));
  }

  /** The annotation of the method, or else that of its class. */
  static Optional<AnnotationInstance> annotation(MethodInfo method, Class<?> type) {
    var name = DotName.createSimple(type);
    var own = method.annotation(name);
    return Optional.ofNullable(
        own != null ? own : method.declaringClass().declaredAnnotation(name));
  }

  /** The one type that has this name, numbered or not, and exactly these properties or values. */
  Optional<ClassInfo> typeOf(String schemaName, Schema schema) {
    var simpleName = withoutNumber(schemaName);
    var sameName = types.getOrDefault(simpleName, List.of()).stream();
    var generic =
        types.values().stream()
            .flatMap(List::stream)
            .filter(it -> !it.typeParameters().isEmpty() && simpleName.startsWith(it.simpleName()));
    var fitting =
        Stream.concat(sameName, generic).filter(it -> fits(it, schema)).distinct().toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  static String withoutNumber(String schemaName) {
    return schemaName.replaceFirst("\\d+$", "");
  }

  static Stream<RecordComponentInfo> components(ClassInfo type) {
    return type.recordComponentsInDeclarationOrder().stream()
        .filter(it -> !type.field(it.name()).hasAnnotation(IGNORED));
  }

  private static boolean fits(ClassInfo type, Schema schema) {
    return type.isEnum() ? values(type).equals(values(schema)) : names(type).equals(names(schema));
  }

  private static Set<String> values(ClassInfo type) {
    return type.enumConstants().stream().map(FieldInfo::name).collect(toSet());
  }

  private static Set<String> values(Schema schema) {
    return schema.getEnumeration() == null
        ? Set.of()
        : schema.getEnumeration().stream().map(String::valueOf).collect(toSet());
  }

  private static Set<String> names(ClassInfo type) {
    return components(type).map(RecordComponentInfo::name).collect(toSet());
  }

  private static Set<String> names(Schema schema) {
    return schema.getProperties() == null ? Set.of() : schema.getProperties().keySet();
  }
}
