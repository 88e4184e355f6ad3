package io.jenkins.plugins.videogeneration.service;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogeneration.api.CreateEncoding;
import io.jenkins.plugins.videogeneration.api.Endpoint;
import io.jenkins.plugins.videogeneration.api.VideoOperation;
import io.jenkins.plugins.videogeneration.api.VideosClient;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A service that speaks the Videos API over HTTP. */
public class HttpKind extends ServiceKind {

    private final String baseUrl;
    /** What is null below is as the preset has it. */
    private ServicePreset preset = ServicePreset.OPENAI;

    private AuthenticationScheme authentication;
    private String headerName;
    private CreateEncoding createEncoding;
    private String headers;
    private String query;
    private String fieldNames;
    private String lacks;
    private String extensionSeconds;
    private String credentialsId;

    /** Until the key is another one; other settings come as another object. */
    private transient volatile Made latest;

    private record Made(StringCredentials key, VideosClient client) {}

    /** @param baseUrl the URL that /videos is appended to */
    @DataBoundConstructor
    public HttpKind(String baseUrl) {
        this.baseUrl = Util.fixNull(baseUrl).trim();
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /** The family of servers that the service belongs to. */
    public ServicePreset getPreset() {
        return preset;
    }

    @DataBoundSetter
    public void setPreset(ServicePreset preset) {
        this.preset = preset == null ? ServicePreset.OPENAI : preset;
    }

    public AuthenticationScheme getAuthentication() {
        return authentication == null ? preset.authentication() : authentication;
    }

    @DataBoundSetter
    public void setAuthentication(AuthenticationScheme authentication) {
        this.authentication = authentication;
    }

    /** The header that carries the key; used with {@link AuthenticationScheme#HEADER} alone. */
    public String getHeaderName() {
        return headerName == null ? preset.headerName() : headerName;
    }

    @DataBoundSetter
    public void setHeaderName(String headerName) {
        this.headerName = Util.fixEmptyAndTrim(headerName);
    }

    /** The credential (secret text) that holds the key, or null. */
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** How the body of a create is written. */
    public CreateEncoding getCreateEncoding() {
        return createEncoding == null ? preset.createEncoding() : createEncoding;
    }

    @DataBoundSetter
    public void setCreateEncoding(CreateEncoding createEncoding) {
        this.createEncoding = createEncoding;
    }

    /** Headers sent with every request, one NAME=VALUE a line. */
    public String getHeaders() {
        return headers;
    }

    @DataBoundSetter
    public void setHeaders(String headers) {
        this.headers = Util.fixEmptyAndTrim(headers);
    }

    /** Query parameters of every URL, one NAME=VALUE a line. */
    public String getQuery() {
        return query;
    }

    @DataBoundSetter
    public void setQuery(String query) {
        this.query = Util.fixEmptyAndTrim(query);
    }

    /** What the service calls fields that it has another name for, one NAME=VALUE a line. */
    public String getFieldNames() {
        return fieldNames == null ? NameValues.write(preset.fieldNames()) : fieldNames;
    }

    @DataBoundSetter
    public void setFieldNames(String fieldNames) {
        this.fieldNames = fieldNames == null ? null : fieldNames.trim();
    }

    /** What the service cannot do, by the names of the operations, divided by commas. */
    public String getLacks() {
        return lacks == null ? OperationNames.write(preset.lacks()) : lacks;
    }

    @DataBoundSetter
    public void setLacks(String lacks) {
        this.lacks = lacks == null ? null : lacks.trim();
    }

    /** What one extension adds at most, in seconds; null for what the reference protocol says. */
    public String getExtensionSeconds() {
        return extensionSeconds;
    }

    /** @throws IllegalArgumentException if it is no whole number from 1 on */
    @DataBoundSetter
    public void setExtensionSeconds(String extensionSeconds) {
        Amounts.whole("extensionSeconds", extensionSeconds, 1);
        this.extensionSeconds = Util.fixEmptyAndTrim(extensionSeconds);
    }

    @Override
    public int longestExtension() {
        Integer seconds = Amounts.whole("extensionSeconds", extensionSeconds, 1);
        return seconds == null ? super.longestExtension() : seconds;
    }

    @Override
    public boolean lacks(VideoOperation operation) {
        return OperationNames.read(getLacks()).contains(operation);
    }

    @Override
    public VideosClient client(VideoService service, Run<?, ?> run, String ofTheBuild) {
        StringCredentials key = key(service, run, ofTheBuild);
        Made made = latest;
        if (made == null || made.key() != key) {
            made = new Made(key, ServiceConnections.get().overHttp(endpoint(service, key)));
            latest = made;
        }
        return made.client().with(service.downloadLimits());
    }

    @Override
    public void track(VideoService service, Run<?, ?> run, String ofTheBuild) {
        StringCredentials key = key(service, run, ofTheBuild);
        if (key != null) {
            CredentialsProvider.track(run, key);
        }
    }

    @Override
    public Optional<AgentAccess> agentAccess(VideoService service, Run<?, ?> run, String ofTheBuild) {
        StringCredentials key = key(service, run, ofTheBuild);
        return Optional.of(new AgentAccess(
                endpoint(service, key),
                getAuthentication() == AuthenticationScheme.HEADER ? getHeaderName() : null,
                key == null ? null : key.getSecret().getPlainText(),
                service.downloadLimits().maxBytes()));
    }

    /** Null if the service wants none. */
    private StringCredentials key(VideoService service, Run<?, ?> run, String ofTheBuild) {
        if (getAuthentication() == AuthenticationScheme.NONE) {
            return null;
        }
        Keys keys = new Keys(service.getName(), baseUrl);
        String id = Util.fixEmptyAndTrim(ofTheBuild);
        return id == null ? keys.ofService(credentialsId) : keys.ofBuild(id, run);
    }

    private Endpoint endpoint(VideoService service, StringCredentials key) {
        try {
            return endpoint(key);
        } catch (IllegalArgumentException e) {
            throw new ServiceSetupException(Messages.HttpKind_wrong(service.getName(), ReadersWords.of(e)), e);
        }
    }

    /** @throws IllegalArgumentException with words for the administrator if a setting is wrong */
    Endpoint endpoint(StringCredentials key) {
        return new Endpoint(
                Endpoint.parseBaseUrl(baseUrl),
                getAuthentication().with(getHeaderName(), key),
                NameValues.read(headers),
                NameValues.read(query),
                getCreateEncoding(),
                NameValues.read(getFieldNames()));
    }

    /** What was saved before a field was there is as if it had been left alone. */
    protected Object readResolve() {
        preset = preset == null ? ServicePreset.OPENAI : preset;
        return this;
    }

    @Extension(ordinal = 2)
    @Symbol("http")
    public static class DescriptorImpl extends HttpKindForm {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.HttpKind_displayName();
        }

        /** Calls the service as it stands in the form, saved or not, and says what came of it. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String baseUrl,
                @QueryParameter AuthenticationScheme authentication,
                @QueryParameter String headerName,
                @QueryParameter String credentialsId,
                @QueryParameter String headers,
                @QueryParameter String query)
                throws InterruptedException {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            HttpKind kind = new HttpKind(baseUrl);
            kind.setAuthentication(authentication);
            kind.setHeaderName(headerName);
            kind.setCredentialsId(credentialsId);
            kind.setHeaders(headers);
            kind.setQuery(query);
            return new ConnectionTest(kind).run();
        }
    }
}
