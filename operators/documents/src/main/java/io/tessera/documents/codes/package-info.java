/** QR and bar codes in pictures. */
@NullMarked
package io.tessera.documents.codes;

import org.jspecify.annotations.NullMarked;
