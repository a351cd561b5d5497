package org.gonghui.insurance.member;

import org.gonghui.kit.person.PersonKey;

/** Fired in the transaction in which a person's bank account is set, changed or confirmed. */
public record PayeeAccountChanged(PersonKey personKey) {}
