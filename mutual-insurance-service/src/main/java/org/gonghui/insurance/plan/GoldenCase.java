package org.gonghui.insurance.plan;

import org.gonghui.insurance.adjudication.Inputs;
import org.gonghui.kit.money.Money;

/** A worked example that a version of terms must still give exactly before it may be approved. */
public record GoldenCase(String name, Inputs inputs, Money amount) {}
