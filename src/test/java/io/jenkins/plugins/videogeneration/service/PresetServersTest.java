package io.jenkins.plugins.videogeneration.service;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.util.Secret;
import io.jenkins.plugins.videogeneration.api.CreateVideoRequest;
import io.jenkins.plugins.videogeneration.api.HttpClients;
import io.jenkins.plugins.videogeneration.api.Video;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import io.jenkins.plugins.videogeneration.simulator.Dialect;
import io.jenkins.plugins.videogeneration.simulator.KeyRule;
import io.jenkins.plugins.videogeneration.simulator.SimulatorServer;
import io.jenkins.plugins.videogeneration.simulator.SimulatorSettings;
import io.jenkins.plugins.videogeneration.simulator.VideosSimulator;
import okhttp3.OkHttpClient;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A preset, a base URL and a key are all that a service of its family needs. */
@WithJenkins
class PresetServersTest {

    private static final String KEY = "sk-preset-4711";

    @Test
    void everyPresetGetsAVideoFromItsServers(JenkinsRule jenkins) throws Exception {
        StringCredentials key = new StringCredentialsImpl(CredentialsScope.GLOBAL, "key", null, Secret.fromString(KEY));
        try (HttpClients http = HttpClients.basedOn(new OkHttpClient())) {
            for (ServicePreset preset : ServicePreset.values()) {
                Dialect dialect = Dialect.named(ServicePresetTest.DIALECTS.get(preset));
                SimulatorSettings settings =
                        SimulatorSettings.defaults().withDialect(dialect).withKeys(KeyRule.exactly(KEY));
                try (SimulatorServer server = SimulatorServer.start(new VideosSimulator(settings), 0)) {
                    HttpKind kind = new HttpKind(server.baseUrl());
                    kind.setPreset(preset);
                    VideosClient client = new VideosClient(kind.endpoint(key), http, ServiceConnections.timing());
                    Video made = client.create(new CreateVideoRequest("A cat", null, "720x1280", "4"))
                            .execute();
                    Video asked = client.retrieve(made.id()).execute();
                    assertThat(preset.name(), asked.status().isFailure(), is(false));
                }
            }
        }
    }
}
