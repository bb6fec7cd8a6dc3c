# Where things are, and how we speak. Sourced by infra/dvk.

DVK_HOME=${DVK_HOME:-$REPOSITORY/.dvk}
mkdir -p "$DVK_HOME"
DVK_HOME=$(cd "$DVK_HOME" && pwd -P)
DVK_PORT_BASE=${DVK_PORT_BASE:-18080}
# Data, logs and processes belong to a home; what was built belongs to the checkout, whichever home runs it.
DVK_APPS=${DVK_APPS:-$REPOSITORY/.dvk/apps}
mkdir -p "$DVK_APPS"
export DVK_HOME DVK_PORT_BASE DVK_APPS

LOCAL=$DVK_APPS/local
SUPERVISOR_MARKER="-Ddvk.program=$DVK_HOME#supervisor"

# Vietnamese first, English beside it.
say() { printf '%s / %s\n' "$1" "$2"; }

fail() {
  say "$1" "$2" >&2
  exit 1
}

port() { echo $((DVK_PORT_BASE + $1)); }

# awards-service and awards are the same thing to the person who types it.
program_name() { echo "${1%-service}"; }

# Prints the home of a JDK of at least 25. One that is named explicitly is taken or refused, never replaced.
find_jdk() {
  local candidate
  if [[ -n ${DVK_JAVA_HOME:-} ]]; then
    is_jdk_25 "$DVK_JAVA_HOME" && echo "$DVK_JAVA_HOME"
    return
  fi
  for candidate in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/* /opt/* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if is_jdk_25 "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

java_on_path() {
  local java
  java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java")")" || true
}

is_jdk_25() {
  local version
  [[ -x $1/bin/javac && -r $1/release ]] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [[ -n $version && $version -ge 25 ]]
}

# Everything after this can rely on $JAVA_HOME (for Maven) and $DVK_JAVA (for what we start).
require_jdk() {
  JAVA_HOME=$(find_jdk) || fail "$NO_JDK_VI" "$NO_JDK_EN"
  DVK_JAVA=$JAVA_HOME/bin/java
  export JAVA_HOME DVK_JAVA
}

# Its runs are short: without the second compiler and a parallel collector they take half of the processor.
maven() { MAVEN_OPTS=${MAVEN_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} mvn -B "$@"; }

NO_JDK_VI="Không tìm thấy JDK 25 trở lên: hãy cài đặt rồi đặt DVK_JAVA_HOME trỏ tới thư mục của nó."
NO_JDK_EN="No JDK 25 or later was found: install one and let DVK_JAVA_HOME name its folder."

# A process id alone proves nothing: it may have been given to another program since.
is_ours() {
  [[ -n ${1:-} && -r /proc/$1/cmdline ]] && tr '\0' '\n' < "/proc/$1/cmdline" | grep -qF -- "-Ddvk.program=$DVK_HOME#"
}

# Prints the supervisor's process id, if one runs for this home.
supervisor() {
  local pid
  pid=$(cat "$DVK_HOME/run/supervisor.pid" 2>/dev/null) || return 1
  [[ -r /proc/$pid/cmdline ]] && tr '\0' '\n' < "/proc/$pid/cmdline" | grep -qxF -- "$SUPERVISOR_MARKER" && echo "$pid"
}

# True when any process of this platform runs, with or without its supervisor.
any_of_ours() {
  local file
  for file in "$DVK_HOME"/run/*.pid; do
    [[ -e $file ]] && is_ours "$(cat "$file")" && return 0
  done
  return 1
}
