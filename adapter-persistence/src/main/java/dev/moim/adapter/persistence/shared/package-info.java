/** What the stores of all contexts stand on: transactions, versions, errors, messages. */
@NullMarked
package dev.moim.adapter.persistence.shared;

import org.jspecify.annotations.NullMarked;
