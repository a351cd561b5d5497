package org.gonghui.kit.problem;

/**
 * One thing wrong with one place of a request; the pointer is RFC 6901, or the name of a parameter
 * or header.
 */
public record Fault(String pointer, String code, String message) {}
