package org.gonghui.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.MethodInfo;

/** Who may: roles of people and scopes of partners' keys, as the annotations say. */
record Access(Code code) {
  private static final String PEOPLE = "keycloak";
  private static final String PARTNERS = "partnerKey";
  private static final String ANYBODY_KNOWN = "**";

  void apply(OpenAPI document) {
    document.getComponents().addSecurityScheme(PEOPLE, people());
    document.getComponents().addSecurityScheme(PARTNERS, partners());
    SchemaWalk.operations(document).forEach(this::secure);
  }

  private void secure(Operation operation) {
    code.method(String.valueOf(operation.getOperationId()))
        .ifPresent(method -> secure(operation, method));
  }

  private static void secure(Operation operation, MethodInfo method) {
    operation.setSecurity(List.of());
    if (method.hasAnnotation(PermitAll.class)) {
      return;
    }
    var allowed =
        Code.annotation(method, RolesAllowed.class)
            .map(it -> List.of(it.value().asStringArray()))
            .orElse(List.of(ANYBODY_KNOWN));
    if (allowed.contains(ANYBODY_KNOWN)) {
      require(operation, PEOPLE, List.of());
      require(operation, PARTNERS, List.of());
      return;
    }
    // One of the roles is enough: each is a requirement of its own.
    allowed.stream().sorted().forEach(it -> require(operation, schemeOf(it), List.of(it)));
  }

  private static String schemeOf(String role) {
    return role.contains(":") ? PARTNERS : PEOPLE;
  }

  private static void require(Operation operation, String scheme, List<String> roles) {
    operation.addSecurityRequirement(createSecurityRequirement().addScheme(scheme, roles));
  }

  private static SecurityScheme people() {
    return createSecurityScheme()
        .type(SecurityScheme.Type.OPENIDCONNECT)
        .description("The federation's log-in; what is listed are realm roles, any one is enough")
        .openIdConnectUrl("http://localhost:8180/realms/gonghui/.well-known/openid-configuration");
  }

  private static SecurityScheme partners() {
    return createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .description("A partner agency's key; what is listed are its scopes, any one is enough")
        .in(SecurityScheme.In.HEADER)
        .name("X-API-Key");
  }
}
