package org.gonghui.gateway.access;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.gonghui.gateway.partner.PartnerRegister;

/** Ready once tokens and partner keys can be checked; both then live in memory. */
@Readiness
public class IdentityReadiness implements HealthCheck {
  private final SigningKeys signingKeys;
  private final PartnerRegister register;

  public IdentityReadiness(SigningKeys signingKeys, PartnerRegister register) {
    this.signingKeys = signingKeys;
    this.register = register;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("identity")
        .withData("signingKeys", signingKeys.isLoaded())
        .withData("partnerKeys", register.isLoaded())
        .status(signingKeys.isLoaded() && register.isLoaded())
        .build();
  }
}
