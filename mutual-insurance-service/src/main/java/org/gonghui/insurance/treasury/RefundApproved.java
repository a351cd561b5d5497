package org.gonghui.insurance.treasury;

import java.util.UUID;
import org.gonghui.kit.money.Money;

/** Fired in the transaction of the approval; the money goes to the account from which it came. */
public record RefundApproved(
    UUID refundId, String area, int planYear, String holder, String account, Money amount) {}
