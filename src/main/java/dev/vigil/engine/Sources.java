package dev.vigil.engine;

import dev.vigil.core.port.Source;
import dev.vigil.core.run.SourceRow;
import java.util.SortedSet;

/** Opens the sources that a person added, each with its connector. */
public interface Sources {
    /** Names of the installed connectors. */
    SortedSet<String> connectors();

    /**
     * @throws dev.vigil.core.Trouble if the connector is not installed, the password cannot be unsealed, or the
     *     settings cannot be used
     */
    Source open(SourceRow row);
}
