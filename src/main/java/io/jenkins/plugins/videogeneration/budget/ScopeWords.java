package io.jenkins.plugins.videogeneration.budget;

import io.jenkins.plugins.videogeneration.service.LimitScope;

/** Puts into words where a limit is from. */
final class ScopeWords {

    private ScopeWords() {}

    static String where(LimitScope scope) {
        return scope.folder() == null ? Messages.ScopeWords_jenkins() : Messages.ScopeWords_folder(scope.folder());
    }

    static String whoCanRaise(LimitScope scope) {
        return scope.folder() == null
                ? Messages.ScopeWords_administrator()
                : Messages.ScopeWords_whoConfigures(scope.folder());
    }
}
