package io.jenkins.plugins.videogeneration.render;

import io.jenkins.plugins.videogeneration.api.Text;
import io.jenkins.plugins.videogeneration.api.Timing;
import java.io.IOException;

/** The last step of a render: what was fetched goes to where it belongs, with its provenance. */
final class DeliveryStep {

    private final RenderState state;
    private final RenderContext context;
    private final Timing timing;

    DeliveryStep(RenderState state, RenderContext context, Timing timing) {
        this.state = state;
        this.context = context;
        this.timing = timing;
    }

    void deliver(RenderRecord fetched) {
        state.update(fetched);
        state.requireWanted();
        context.listener().fetched(state.current());
        RenderRecord delivered = fetched.delivered(timing.clock().instant());
        try {
            Provenance.write(delivered, context.folder());
            context.delivery().deliver(delivered, context.folder());
        } catch (InterruptedException e) {
            // also what was interrupted on an agent comes as this
            throw notDelivered(Text.of("render.DeliveryStep.interrupted"), e);
        } catch (IOException | RuntimeException e) {
            throw notDelivered(Text.saidBy(e), e);
        }
        // what the journal does not know to be delivered is looked for here after a restart
        if (state.update(delivered)) {
            context.delivery().cleanUp(delivered, context.folder());
        }
    }

    private RenderException notDelivered(Text why, Exception cause) {
        return new RenderException(
                Text.of("render.DeliveryStep.notDelivered", state.current().videoId(), why),
                Text.of("render.DeliveryStep.mend"),
                cause);
    }
}
