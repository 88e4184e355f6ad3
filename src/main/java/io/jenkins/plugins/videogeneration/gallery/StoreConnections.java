package io.jenkins.plugins.videogeneration.gallery;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The connections of this controller to artifact stores with addresses of their own, shared by all players. */
@Extension
@Restricted(NoExternalUse.class)
public class StoreConnections {

    /** A store that says nothing for so long is down; a whole transfer may take longer. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private OkHttpClient client;

    static StoreConnections get() {
        return ExtensionList.lookupSingleton(StoreConnections.class);
    }

    /** One client for all requests, made when a player first needs it. It follows Jenkins' proxy by itself. */
    synchronized OkHttpClient client() {
        if (client == null) {
            client = JenkinsOkHttpClient.newClientBuilder(new OkHttpClient())
                    .connectTimeout(SILENCE)
                    .readTimeout(SILENCE)
                    .build();
        }
        return client;
    }
}
