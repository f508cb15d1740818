package dev.vigil.engine.memory;

import dev.vigil.core.port.Journal;
import dev.vigil.core.port.JournalContract;

class MemoryJournalTest extends JournalContract {
    @Override
    protected Journal open() {
        return new MemoryJournal();
    }
}
