package dev.vigil.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The rules of {@code rules/*.drl}, compiled when Vigil was built, shared by all sessions of the process. They are loaded
 * from the list that the build leaves behind: looking for rule modules on the class path takes a second at each start.
 */
final class RuleBase {
    private static final String LIST = "/META-INF/kie/dev.vigil/vigil/drools-model";
    private static final String PACKAGE = RuleBase.class.getPackageName() + ".";

    private RuleBase() {}

    /** Loaded when the first session is asked for. */
    private static final class Holder {
        static final KieBase RULES = load();
    }

    static KieSession session() {
        return Holder.RULES.newKieSession();
    }

    private static KieBase load() {
        try (InputStream list = RuleBase.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(
                        "the rules were not compiled: build with Maven's process-classes phase");
            }
            List<Model> models = new ArrayList<>();
            for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith(PACKAGE)) {
                    models.add((Model)
                            Class.forName(line.strip()).getDeclaredConstructor().newInstance());
                }
            }
            return KieBaseBuilder.createKieBaseFromModel(models);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules cannot be loaded", e);
        }
    }
}
