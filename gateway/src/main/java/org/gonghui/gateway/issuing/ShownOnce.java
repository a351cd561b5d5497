package org.gonghui.gateway.issuing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new key's text into the answer on its way out, after the answer was kept for repetitions:
 * so the text is nowhere in the database, and a repetition does not tell it again.
 */
@RequestScoped
public class ShownOnce {
  private @Nullable String text;

  void show(String secret) {
    text = secret;
  }

  @ServerResponseFilter
  void reveal(ContainerResponseContext answer) {
    if (text != null && answer.getEntity() instanceof KeyView key) {
      answer.setEntity(key.withSecret(text));
    }
  }
}
