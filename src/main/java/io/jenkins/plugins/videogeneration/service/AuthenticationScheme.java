package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.api.ApiKey;
import io.jenkins.plugins.videogeneration.api.Authentication;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** How a service wants to see the key. */
public enum AuthenticationScheme {
    BEARER {
        @Override
        public String getDisplayName() {
            return Messages.AuthenticationScheme_bearer();
        }

        @Override
        Authentication with(String headerName, StringCredentials key) {
            return new Authentication.Bearer(apiKey(key));
        }
    },
    HEADER {
        @Override
        public String getDisplayName() {
            return Messages.AuthenticationScheme_header();
        }

        @Override
        Authentication with(String headerName, StringCredentials key) {
            return new Authentication.Header(headerName, apiKey(key));
        }
    },
    NONE {
        @Override
        public String getDisplayName() {
            return Messages.AuthenticationScheme_none();
        }

        @Override
        Authentication with(String headerName, StringCredentials key) {
            return new Authentication.None();
        }
    };

    public abstract String getDisplayName();

    abstract Authentication with(String headerName, StringCredentials key);

    private static ApiKey apiKey(StringCredentials key) {
        return new ApiKey(key.getSecret().getPlainText());
    }
}
