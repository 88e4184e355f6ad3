package io.jenkins.plugins.videogeneration.simulator;

import java.io.IOException;

/** Answers the calls of one operation. */
interface CallHandler {

    /**
     * @throws ApiError when the answer is an error
     * @throws IOException when the body cannot be read
     */
    ApiResponse handle(Call call) throws IOException;
}
