package org.gonghui.kit.http;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.gonghui.kit.problem.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Refuses fields sent to an endpoint that takes none, so that nobody believes them to have counted;
 * an empty object is no field.
 */
public class UnaskedBody {
  private static final int EMPTY_OBJECT = 2;

  @ServerRequestFilter
  void check(ContainerRequestContext request, SimpleResourceInfo resource) {
    var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null
        && isMoreThanEmpty(length)
        && !ResourceMethods.takesBody(ResourceMethods.of(resource))) {
      throw INVALID
          .because("see errors")
          .and(new Fault("", "UNKNOWN_FIELD", "this operation takes no fields"));
    }
  }

  private static boolean isMoreThanEmpty(String length) {
    return length.length() > 1 || length.charAt(0) - '0' > EMPTY_OBJECT;
  }
}
