package org.gonghui.gateway.administration;

/** What kind of agency a partner is. */
public enum PartnerKind {
  HOSPITAL,
  BUREAU,
  BANK,
  TRAVEL_OFFICE,
  AGENCY
}
