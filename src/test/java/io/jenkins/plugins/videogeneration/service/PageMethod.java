package io.jenkins.plugins.videogeneration.service;

import io.jenkins.plugins.videogeneration.adoption.BuildAdoption;
import io.jenkins.plugins.videogeneration.adoption.UndeliveredVideosLink;
import io.jenkins.plugins.videogeneration.gallery.BuildGallery;
import io.jenkins.plugins.videogeneration.gallery.VideoCard;
import io.jenkins.plugins.videogeneration.run.WebhookReceiver;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.htmlunit.HttpMethod;

/**
 * A method of a page, which goes by the permissions for a build or for Jenkins.
 *
 * @param name its name in Java
 * @param verb the one that it takes
 * @param allowed who is answered
 * @param status what they are answered
 * @param path where it is, relative to Jenkins; {@code BUILD} is the build's place, {@code DELIVERED} and {@code LEFT} are
 *     the keys of its renders
 */
record PageMethod(Class<?> owner, String name, HttpMethod verb, Set<Role> allowed, int status, String path) {

    /** Somebody with one permission, besides those to see Jenkins and the job. */
    enum Role {
        ANONYMOUS,
        READ,
        BUILD,
        CONFIGURE,
        ADMINISTER;

        /** The name of the user with that permission. */
        String user() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS));
    private static final Set<Role> BUILDERS = EnumSet.of(Role.BUILD, Role.ADMINISTER);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTER);

    /** Every one. What changes something stands behind what needs it as it was. */
    static List<PageMethod> all() {
        String card = "BUILDvideos/render/DELIVERED/";
        String left = "manage/undelivered-videos/";
        return List.of(
                get(BuildGallery.class, "doProgress", "BUILDvideos/progress"),
                get(VideoCard.class, "doVideo", card + "video"),
                get(VideoCard.class, "doThumbnail", card + "thumbnail"),
                get(VideoCard.class, "doSpritesheet", card + "spritesheet"),
                // has no account to go by: what counts there is a signature, as WebhookReceiverTest holds
                new PageMethod(
                        WebhookReceiver.class,
                        "doIndex",
                        HttpMethod.POST,
                        EnumSet.allOf(Role.class),
                        401,
                        "video-generation-webhook/?service=" + WebMethodRules.SERVICE),
                post(UndeliveredVideosLink.class, "doFetch", ADMINISTRATORS, left + "fetch?key=none"),
                post(UndeliveredVideosLink.class, "doDelete", ADMINISTRATORS, left + "delete?key=LEFT"),
                post(UndeliveredVideosLink.class, "doForget", ADMINISTRATORS, left + "forget?key=LEFT"),
                post(BuildAdoption.class, "doFetch", BUILDERS, "BUILDvideo-adoption/fetch"));
    }

    private static PageMethod get(Class<?> owner, String name, String path) {
        return new PageMethod(owner, name, HttpMethod.GET, READERS, 200, path);
    }

    private static PageMethod post(Class<?> owner, String name, Set<Role> allowed, String path) {
        return new PageMethod(owner, name, HttpMethod.POST, allowed, 200, path);
    }

    HttpMethod otherVerb() {
        return verb == HttpMethod.GET ? HttpMethod.POST : HttpMethod.GET;
    }

    String id() {
        return owner.getName() + "." + name;
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "." + name;
    }
}
