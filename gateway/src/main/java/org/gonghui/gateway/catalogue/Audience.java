package org.gonghui.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** For whom a document is written: who may call an operation decides in which it stands. */
enum Audience {
  /** Web and mobile applications of people who log in. */
  FRONTEND,
  /** Agencies with a key. */
  PARTNER,
  /** Those who run the platform. */
  OPS;

  private static final String OPS_ROLE = "ops";

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".json";
  }

  /** What is open to anybody, or to anybody known, is in every document. */
  boolean reads(JsonNode operation) {
    var security = operation.path("security");
    if (security.isEmpty()) {
      return true;
    }
    for (var requirement : security) {
      if (takes(requirement)) {
        return true;
      }
    }
    return false;
  }

  private boolean takes(JsonNode requirement) {
    var roles = requirement.path(MergedDocument.PEOPLE);
    var isOps = roles.isEmpty() || OPS_ROLE.equals(roles.path(0).asText());
    var isHuman = roles.isEmpty() || !OPS_ROLE.equals(roles.path(0).asText());
    return switch (this) {
      case FRONTEND -> requirement.has(MergedDocument.PEOPLE) && isHuman;
      case PARTNER -> requirement.has(MergedDocument.PARTNERS);
      case OPS -> requirement.has(MergedDocument.PEOPLE) && isOps;
    };
  }
}
