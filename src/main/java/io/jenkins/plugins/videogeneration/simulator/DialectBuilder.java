package io.jenkins.plugins.videogeneration.simulator;

import java.util.EnumSet;
import java.util.Set;

/** Describes a dialect by what it does differently from the reference. */
final class DialectBuilder {

    final String name;
    String basePath = "/v1";
    Set<Operation> operations = EnumSet.allOf(Operation.class);
    AccessRules access = AccessRules.bearerToken();
    RenderRules renders;
    ExtensionRules extensions = new ExtensionRules(6, 120);
    LoadRules load = LoadRules.reference();
    VideoForm videos = VideoForm.reference();
    ContentRules content = ContentRules.reference();
    ListRules lists = ListRules.reference();
    DeleteRules deletes = DeleteRules.reference();
    ErrorRules errors = ErrorRules.reference();

    DialectBuilder(String name, RenderRules renders) {
        this.name = name;
        this.renders = renders;
    }

    DialectBuilder at(String value) {
        basePath = value;
        return this;
    }

    DialectBuilder without(Operation first, Operation... more) {
        operations = EnumSet.complementOf(EnumSet.of(first, more));
        return this;
    }

    DialectBuilder with(AccessRules value) {
        access = value;
        return this;
    }

    DialectBuilder with(LoadRules value) {
        load = value;
        return this;
    }

    DialectBuilder with(VideoForm value) {
        videos = value;
        return this;
    }

    DialectBuilder with(ContentRules value) {
        content = value;
        return this;
    }

    DialectBuilder with(ListRules value) {
        lists = value;
        return this;
    }

    DialectBuilder with(DeleteRules value) {
        deletes = value;
        return this;
    }

    DialectBuilder with(ErrorRules value) {
        errors = value;
        return this;
    }

    Dialect build() {
        return new Dialect(this);
    }
}
