# shellcheck shell=bash
# What bin/verify and bin/demo share: a JDK, a Maven that is new enough, and whether the Jenkins artifacts can be had.
# Sourced by scripts that have set `set -euo pipefail` and changed to the root of the checkout.

MAVEN_FETCHED=3.9.11
# works with every Maven from 3.2 on
DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.6.1
# like -ntp, which the oldest Mavens do not know
NO_TRANSFERS=-Dorg.slf4j.simpleLogger.log.org.apache.maven.cli.transfer.Slf4jMavenTransferListener=warn

MVN=mvn
# what jenkins_artifacts_resolve has looked for in vain, for the scripts that source this
# shellcheck disable=SC2034
MISSING_ARTIFACT=

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "${0##*/}: $*"
  exit 1
}

# Prints the command of the JDK that Maven will use too: java, javac, jar.
jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    printf '%s\n' "$JAVA_HOME/bin/$1"
  else
    printf '%s\n' "$1"
  fi
}

require_jdk() {
  local javac version
  javac=$(jdk javac)
  command -v "$javac" >/dev/null || fail "A JDK from 17 on is needed, but there is no '$javac'. Install one, or set JAVA_HOME."
  version=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ] || fail "A JDK from 17 on is needed, but '$javac' is of version ${version:-unknown}. Set JAVA_HOME to a newer one."
}

require_tools() {
  require_jdk
  # fails where there is no Maven at all
  maven_version >/dev/null
}

maven() {
  "$MVN" -B -Dstyle.color=never "$NO_TRANSFERS" "$@"
}

maven_version() {
  local version
  command -v "$MVN" >/dev/null || fail "Maven from 3.6 on is needed, but there is no '$MVN'. Install it, or put it on the PATH."
  version=$("$MVN" -B -Dstyle.color=never -version 2>&1) || fail "'$MVN -version' fails: $version"
  version=$(printf '%s\n' "$version" | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  printf '%s\n' "${version:-0}"
}

# at_least VERSION MAJOR MINOR PATCH
at_least() {
  local major minor patch
  IFS=. read -r major minor patch <<<"$1"
  patch=${patch%%[!0-9]*}
  [ "${major:-0}" -gt "$2" ] && return
  [ "${major:-0}" -eq "$2" ] || return
  [ "${minor:-0}" -gt "$3" ] && return
  [ "${minor:-0}" -eq "$3" ] || return
  [ "${patch:-0}" -ge "$4" ]
}

# require_maven MAJOR MINOR PATCH: lets a Maven that is too old fetch a newer one, as an artifact like any other.
require_maven() {
  local version
  version=$(maven_version)
  at_least "$version" "$@" && return
  say "Maven $version is too old for this build (it needs $1.$2.$3): using Maven $MAVEN_FETCHED instead"
  fetch_maven
  MVN=$PWD/target/tools/apache-maven-$MAVEN_FETCHED/bin/mvn
}

fetch_maven() {
  local home=$PWD/target/tools/apache-maven-$MAVEN_FETCHED fresh=$PWD/target/tools/fresh
  [ -x "$home/bin/mvn" ] && return
  rm -rf "$fresh"
  mkdir -p "$fresh"
  # in a folder of its own, because a Maven that is too old may not be able to read pom.xml
  (
    cd "$fresh" &&
      maven -q "$DEPENDENCY_PLUGIN:copy" -DoutputDirectory="$fresh" \
        -Dartifact="org.apache.maven:apache-maven:$MAVEN_FETCHED:zip:bin" >&2 &&
      # every JDK can unpack a zip; only the permissions get lost
      "$(jdk jar)" xf "apache-maven-$MAVEN_FETCHED-bin.zip"
  ) || fail "Maven $MAVEN_FETCHED could not be fetched. Install a Maven from 3.9 on."
  chmod +x "$fresh/apache-maven-$MAVEN_FETCHED/bin/mvn"
  rm -rf "$home"
  mv "$fresh/apache-maven-$MAVEN_FETCHED" "$home"
  rm -rf "$fresh"
}

# Whether Maven can read pom.xml with all that it builds upon: from the local repository, or else over the network.
# Only artifacts that cannot be had make this false: any other problem is for the build itself to report.
jenkins_artifacts_resolve() {
  say "Looking for the Jenkins artifacts"
  can_read_pom -o || can_read_pom -U
}

can_read_pom() {
  local output
  output=$(maven "$1" -q -f pom.xml "$DEPENDENCY_PLUGIN:help" 2>&1) && return
  grep -qE 'Non-resolvable (parent|import) POM|Unresolveable build extension' <<<"$output" || return 0
  # shellcheck disable=SC2034
  MISSING_ARTIFACT=$(grep -oE '[[:alnum:]_.-]+:[[:alnum:]_.-]+:(pom|jar):[[:alnum:]_.-]+' <<<"$output" | sed -n 1p)
  return 1
}
