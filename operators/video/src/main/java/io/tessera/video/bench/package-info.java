/** What decoding costs, beside other decoders. */
@NullMarked
package io.tessera.video.bench;

import org.jspecify.annotations.NullMarked;
