package io.jenkins.plugins.videogeneration.api;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Takes away OkHttp's reason to repeat a request by itself: a 503 with {@code Retry-After: 0} makes it send any request
 * again, a paid one too, even with {@code retryOnConnectionFailure(false)}. It has to be a network interceptor, because
 * OkHttp decides before the others see the answer.
 */
final class HiddenRepeats implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String retryAfter = response.header("Retry-After");
        boolean repeated = response.code() == 503 && retryAfter != null && retryAfter.matches("0+");
        return repeated ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }
}
