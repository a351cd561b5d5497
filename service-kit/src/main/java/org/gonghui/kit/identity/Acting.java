package org.gonghui.kit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who acts at this moment, also outside of a request: somebody named by {@link #as}, the caller of
 * the request, or the service itself.
 */
@Singleton
@Unremovable
public class Acting {
  private static final ScopedValue<Caller> NAMED = ScopedValue.newInstance();

  private final TokenCaller ofRequest;
  private final ServiceCaller itself;

  Acting(TokenCaller ofRequest, @ConfigProperty(name = "gonghui.service") String service) {
    this.ofRequest = ofRequest;
    this.itself = new ServiceCaller(service);
  }

  public Caller current() {
    return named().orElseGet(() -> isInRequest() && ofRequest.isKnown() ? ofRequest : itself);
  }

  /** Runs it in somebody's name: a job does so for the one who started it. */
  public static <T> T as(Caller caller, Callable<T> act) throws Exception {
    return ScopedValue.where(NAMED, caller).call(act::call);
  }

  private static Optional<Caller> named() {
    return NAMED.isBound() ? Optional.of(NAMED.get()) : Optional.empty();
  }

  private static boolean isInRequest() {
    return Arc.container().requestContext().isActive();
  }
}
