package org.gonghui.kit.testing.snapshot;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The routes that the running service really answers, read off its router. */
final class RouterRoutes implements RuntimeResourceVisitor {
  private final Set<String> found = new TreeSet<>();

  /** Such as {@code get /api/aid/v1/leads/{id}}. */
  static Set<String> all() {
    var prefix = ConfigProvider.getConfig().getValue("quarkus.rest.path", String.class);
    var routes = new RouterRoutes();
    RuntimeResourceVisitor.visitRuntimeResources(
        prefix, ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), routes);
    return routes.found;
  }

  @Override
  public void visitRuntimeResource(String method, String fullPath, RuntimeResource resource) {
    var path = fullPath.replaceAll("\\{(\\w+)[^}]*\\}", "{$1}").replaceAll("(?<=.)/$", "");
    if (method != null) {
      found.add(method.toLowerCase(Locale.ROOT) + " " + path);
    }
  }
}
