/** The languages that banks speak: files of ours and ISO 20022, out and in. */
@NullMarked
package org.gonghui.insurance.bank;

import org.jspecify.annotations.NullMarked;
