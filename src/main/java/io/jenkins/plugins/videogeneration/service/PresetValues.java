package io.jenkins.plugins.videogeneration.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import net.sf.json.JSONObject;

/** The presets as the form's script reads them: preset, field, value. */
final class PresetValues {

    private PresetValues() {}

    static String json() {
        Map<String, Map<String, String>> presets = new LinkedHashMap<>();
        for (ServicePreset preset : ServicePreset.values()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("authentication", preset.authentication().name());
            fields.put("headerName", Objects.requireNonNullElse(preset.headerName(), ""));
            fields.put("createEncoding", preset.createEncoding().name());
            fields.put("fieldNames", NameValues.write(preset.fieldNames()));
            fields.put("lacks", OperationNames.write(preset.lacks()));
            presets.put(preset.name(), fields);
        }
        return JSONObject.fromObject(presets).toString();
    }
}
