/**
 * The life of one paid render: written down before it is asked for, asked for once, waited for without a thread,
 * fetched, checked and delivered. Nothing in here knows Jenkins.
 *
 * <p>{@link io.jenkins.plugins.videogeneration.render.RenderEngine} drives a
 * {@link io.jenkins.plugins.videogeneration.render.RenderRecord} through its phases; whoever starts a render brings the
 * journal, the listener and the delivery.
 */
package io.jenkins.plugins.videogeneration.render;
