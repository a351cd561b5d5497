package org.gonghui.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes a service's API document from what the code says already: who may, what may be refused,
 * which headers there are, how long each text is, and what it all looks like.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class HouseDocument implements OASFilter {
  private final Code code;

  public HouseDocument(IndexView index) {
    this.code = new Code(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    new StableNames(code).apply(document);
    var asked = asked(document);
    new Nullness(code).apply(document.getComponents(), asked);
    new Successes(code).apply(document);
    new Headers(code).apply(document);
    new Refusals(code).apply(document);
    new Access(code).apply(document);
    new Limits(asked).apply(document);
    new Examples(Vocabulary.load()).apply(document);
  }

  /** The components that requests are made of. */
  private static Set<String> asked(OpenAPI document) {
    var found = new HashSet<String>();
    SchemaWalk.operations(document)
        .filter(operation -> operation.getRequestBody() != null)
        .forEach(
            operation ->
                SchemaWalk.contents(operation.getRequestBody().getContent())
                    .forEach(schema -> SchemaWalk.reach(schema, document, found)));
    return found;
  }
}
