/** What proves that money arrived or came back, and what follows from the proof. */
@NullMarked
package org.gonghui.insurance.proof;

import org.jspecify.annotations.NullMarked;
