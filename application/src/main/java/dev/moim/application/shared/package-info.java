/** What every use case needs: transactions, identifiers, randomness, events out and in, pages. */
@NullMarked
package dev.moim.application.shared;

import org.jspecify.annotations.NullMarked;
