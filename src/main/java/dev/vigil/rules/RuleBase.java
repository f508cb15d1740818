package dev.vigil.rules;

import org.kie.api.KieServices;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The compiled rules, shared by all sessions of the process. */
final class RuleBase {
    private RuleBase() {}

    /** Loaded when the first session is asked for. */
    private static final class Holder {
        static final KieContainer CONTAINER = KieServices.get().getKieClasspathContainer(RuleBase.class.getClassLoader());
    }

    static KieSession session() {
        return Holder.CONTAINER.newKieSession("vigil");
    }
}
