/** The bytes of an input as the decoders want to read them. */
@NullMarked
package io.tessera.documents.source;

import org.jspecify.annotations.NullMarked;
