/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.fetch;

import io.tessera.connectors.fetch.FetchFailed.Reason;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which references are fetched, and where a server may send us. */
final class FetchReferences {
    private static final Set<Integer> MISSING = Set.of(401, 403, 404, 410);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private FetchReferences() {}

    static void check(URI uri) throws FetchFailed {
        String scheme = uri.getScheme();
        boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!http || uri.getHost() == null) {
            throw new FetchFailed(Reason.REFUSED, "not an http(s) reference: " + uri, null);
        }
        if (uri.getUserInfo() != null) {
            throw new FetchFailed(
                    Reason.REFUSED,
                    "a reference to %s holds a user name or password; leave it out"
                            .formatted(uri.getHost()),
                    null);
        }
    }

    /**
     * Where a reply other than 200 leads.
     *
     * @throws FetchFailed if it leads nowhere, or elsewhere
     */
    static URI next(URI from, int status, @Nullable String location) throws FetchFailed {
        if (MISSING.contains(status)) {
            throw new FetchFailed(Reason.MISSING, from + " is not to be had: " + status, null);
        }
        if (!REDIRECTS.contains(status) || location == null) {
            Reason reason = status >= 500 || status == 429 ? Reason.UNREACHABLE : Reason.REFUSED;
            throw new FetchFailed(reason, from + " answers " + status, null);
        }
        URI to = resolve(from, location);
        check(to);
        boolean downgrade =
                "https".equalsIgnoreCase(from.getScheme())
                        && !"https".equalsIgnoreCase(to.getScheme());
        if (downgrade || !from.getHost().equalsIgnoreCase(to.getHost())) {
            throw new FetchFailed(
                    Reason.REFUSED,
                    "%s redirects to another place, %s://%s; name that one if it is meant"
                            .formatted(from, to.getScheme(), to.getHost()),
                    null);
        }
        return to;
    }

    private static URI resolve(URI from, String location) throws FetchFailed {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchFailed(
                    Reason.REFUSED, from + " redirects to something that is no reference", e);
        }
    }
}
