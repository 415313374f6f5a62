/** PDF: page tree, text layer, rendering. */
@NullMarked
package io.tessera.documents.pdf;

import org.jspecify.annotations.NullMarked;
