package io.jenkins.plugins.videogeneration.run;

import hudson.Extension;
import hudson.security.csrf.CrumbExclusion;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A service has no crumb; what it sends is signed instead, and no browser's cookie counts there. */
@Extension
@Restricted(NoExternalUse.class)
public class WebhookCrumbExclusion extends CrumbExclusion {

    @Override
    public boolean process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getPathInfo();
        if (path == null || !path.equals("/" + WebhookReceiver.URL_NAME + "/")) {
            return false;
        }
        chain.doFilter(request, response);
        return true;
    }
}
