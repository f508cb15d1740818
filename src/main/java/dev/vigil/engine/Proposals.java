package dev.vigil.engine;

import dev.vigil.core.watch.Proposal;

/** The contract's JSON form of proposals. */
public interface Proposals {
    /**
     * @param json one JSON object
     * @throws dev.vigil.core.Trouble if it is no proposal; the sentence names the place
     */
    Proposal read(String json);

    /** One line of JSON. */
    String write(Proposal proposal);
}
