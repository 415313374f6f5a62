/** Text recognition: pixels in, words with boxes and confidence out. */
@NullMarked
package io.tessera.documents.ocr;

import org.jspecify.annotations.NullMarked;
