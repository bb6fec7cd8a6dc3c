# From sources to applications that start quickly. Sourced by infra/dvk.

LIBRARIES=(infra/event-contracts infra/event-kit infra/service-kit)

# The module a program is built from.
module() {
  case $1 in
    backbone) echo infra/local ;;
    identity | gateway | replay | bench | faults) echo "infra/$1" ;;
    registration | evaluation | awards | reporting) echo "$1-service" ;;
    *) fail "Không có “$1”." "There is no “$1”." ;;
  esac
}

PROGRAMS=(backbone identity registration evaluation awards reporting gateway)

# Compiles what is missing or older than its sources, then takes the applications apart and trains their caches.
# Arguments: the programs, none means all. One build at a time: several homes share what is built.
build() {
  (
    flock 9
    build_alone "$@"
  ) 9> "$DVK_APPS/build.lock"
}

build_alone() {
  local programs=("$@") modules=() apps=() stale=() name module start
  ((${#programs[@]})) || programs=("${PROGRAMS[@]}" replay)
  modules=(infra/local)
  for name in "${programs[@]}"; do
    module=$(module "$name")
    case $name in
      backbone) apps+=("$name") ;;
      replay | bench | faults) modules+=("$module") ;;
      *) modules+=("$module") apps+=("$name") ;;
    esac
  done
  for module in "${modules[@]}"; do
    is_stale "$module" && stale+=("$module")
  done
  if ((${#stale[@]})); then
    start=$SECONDS
    say "Đang biên dịch…" "Compiling ${stale[*]}…"
    compile "${stale[@]}"
    say "Biên dịch xong sau $((SECONDS - start)) giây." "Compiled in $((SECONDS - start)) s."
  fi
  install_local
  if ((${#apps[@]})); then
    local_java vn.dvk.local.Preparation "$REPOSITORY" "${apps[@]}"
  fi
}

is_stale() {
  local stamp=$REPOSITORY/$1/target/.dvk-built place places=("$REPOSITORY/pom.xml")
  if packaged_by_this_test "$1"; then
    touch -r "$DVK_TEST_BEGIN" "$stamp"
  fi
  [[ -e $stamp ]] || return 0
  for place in "$1" "${LIBRARIES[@]}"; do
    places+=("$REPOSITORY/$place/pom.xml" "$REPOSITORY/$place/src")
    [[ $place != infra/faults ]] || places+=("$REPOSITORY"/infra/{replay,event-kit-spec}/src/main)
    [[ $place != infra/event-contracts ]] || places+=("$REPOSITORY/$place")
  done
  [[ -n $(find "${places[@]}" -name target -prune -o -type f -newer "$stamp" -print -quit 2> /dev/null) ]]
}

# True inside “test” when its Maven run has packaged the module already: then Maven need not run within Maven.
# Asked by the time of the file's last change of any kind, because a reproducible jar's own time is always the same.
packaged_by_this_test() {
  [[ -e ${DVK_TEST_BEGIN:-} ]] \
    && [[ -n $(find "$REPOSITORY/$1/target" -maxdepth 1 -name '*-1.0.0.jar' -newercm "$DVK_TEST_BEGIN" 2> /dev/null) ]]
}

# Layout is no reason not to run: the formatter is asked in “test” only.
compile() {
  local module begin=$DVK_APPS/build.begin
  touch "$begin" # what changes from here on is newer than this build
  (
    cd "$REPOSITORY"
    IFS=,
    maven -Dstyle.color=never package -Dmaven.test.skip=true -Dspotless.check.skip=true -am -pl "$*" | progress
  ) || fail "Biên dịch không thành công, xem các dòng trên." "The build failed, see the lines above."
  for module in "$@"; do
    touch -r "$begin" "$REPOSITORY/$module/target/.dvk-built"
  done
}

# Of all that Maven says: what it is at, what it downloads (the first time some hundred megabytes), and what is wrong.
progress() {
  awk '
    function said(what) { printf "  %s\n", what; fflush() }
    /^\[(ERROR|WARNING)\]|^Exception/ { print; fflush(); next }
    /^\[INFO\] Building .* [[]?[0-9]+\/[0-9]+[]]?$/ { sub(/^\[INFO\] Building /, ""); gsub(/ +/, " "); said($0); next }
    /Downloaded from / && ++files % 50 == 0 {
      name = $5; sub(/.*\//, "", name)
      said("đã tải " files " tệp / " files " files downloaded (" name ")")
    }
  '
}

# A copy of our own, because a running JVM does not survive its jars being replaced by the next build.
install_local() {
  local built=$REPOSITORY/infra/local/target
  if cmp -s "$built/local-1.0.0.jar" "$LOCAL/local-1.0.0.jar" && diff -rq "$built/lib" "$LOCAL/lib" > /dev/null; then
    return
  fi
  rm -rf "$LOCAL.new"
  mkdir -p "$LOCAL.new"
  cp -r "$built/local-1.0.0.jar" "$built/lib" "$LOCAL.new"
  rm -rf "$LOCAL"
  mv "$LOCAL.new" "$LOCAL"
}

local_java() {
  (cd "$DVK_HOME" && "$DVK_JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx192m -cp "$LOCAL/local-1.0.0.jar" "$@")
}
