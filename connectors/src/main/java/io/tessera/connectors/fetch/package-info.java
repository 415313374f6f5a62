/** Inputs that lie on web servers, brought here whole before anything looks at them. */
@NullMarked
package io.tessera.connectors.fetch;

import org.jspecify.annotations.NullMarked;
