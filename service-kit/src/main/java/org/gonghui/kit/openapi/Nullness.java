package org.gonghui.kit.openapi;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** An answer has every field of its record; only those that may be null are. */
record Nullness(Code code) {
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

  void apply(Components components, Set<String> asked) {
    SchemaWalk.orNone(components.getSchemas())
        .forEach(
            (name, schema) -> {
              if (!asked.contains(name) && schema.getProperties() != null) {
                code.typeOf(name, schema).ifPresent(type -> complete(type, schema));
              }
            });
  }

  private static void complete(ClassInfo type, Schema schema) {
    schema.setRequired(Code.components(type).map(RecordComponentInfo::name).toList());
    Code.components(type)
        .filter(it -> it.type().hasAnnotation(NULLABLE))
        .forEach(
            it ->
                schema.addProperty(
                    it.name(), orNull(requireNonNull(schema.getProperties().get(it.name())))));
  }

  private static Schema orNull(Schema schema) {
    if (schema.getRef() != null) {
      var none = OASFactory.createSchema().addType(SchemaType.NULL);
      return OASFactory.createSchema().anyOf(List.of(schema, none));
    }
    if (schema.getType() != null) {
      var types = new ArrayList<>(schema.getType());
      types.add(SchemaType.NULL);
      schema.setType(types);
    }
    return schema;
  }
}
