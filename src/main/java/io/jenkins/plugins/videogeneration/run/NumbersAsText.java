package io.jenkins.plugins.videogeneration.run;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;

/** For descriptors: lets a pipeline say {@code seconds: 8} where the field is text, as it is in a form. */
public interface NumbersAsText extends CustomDescribableModel {

    String SECONDS = "seconds";

    @NonNull
    @Override
    default Map<String, Object> customInstantiate(@NonNull Map<String, Object> arguments) {
        if (!(arguments.get(SECONDS) instanceof Number number)) {
            return arguments;
        }
        Map<String, Object> copy = new HashMap<>(arguments);
        copy.put(SECONDS, number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
        return copy;
    }
}
