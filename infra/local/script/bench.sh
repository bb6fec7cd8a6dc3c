# Measures the platform against bare loops, in a home and a range of ports of its own. Sourced by infra/dvk.

bench() {
  local jars=$REPOSITORY/infra/bench/target
  require_jdk
  bench_home
  exec 8> "$DVK_HOME/bench.lock"
  flock -n 8 || fail "Đang có một lần đo khác trong $DVK_HOME: hãy chờ nó xong." \
    "Another bench is running in $DVK_HOME: wait for it to end."
  trap 'bench_end' EXIT
  trap 'say "Đã ngắt, đang dừng…" "Interrupted, stopping…" >&2; exit 130' INT TERM
  bench_end # what a killed run has left behind
  doctor || exit 1
  check_port "$(port 18)"
  check_port "$(port 19)"
  ((findings == 0)) || exit 1
  build "${PROGRAMS[@]}" replay bench
  # The loops of this process with the compiler of the services (ADR 0013): a ratio is to say what our code costs.
  DVK_SCRIPT=$REPOSITORY/infra/dvk "$DVK_JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms256m -Xmx512m -Dfile.encoding=UTF-8 \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -cp "$jars/bench-1.0.0.jar:$jars/lib/*" vn.dvk.bench.Main "$@"
}

# Inside the platform's home and beside its ports; what else stands in the environment is somebody's real installation.
bench_home() {
  DVK_HOME=$DVK_HOME/bench
  mkdir -p "$DVK_HOME"
  DVK_PORT_BASE=$((DVK_PORT_BASE < 57000 ? DVK_PORT_BASE + 8000 : DVK_PORT_BASE - 8000))
  SUPERVISOR_MARKER="-Ddvk.program=$DVK_HOME#supervisor"
  unset DVK_INSTALLATION DVK_MONGODB_URI DVK_KAFKA_BOOTSTRAP DVK_TOPIC_PARTITIONS DVK_TOPIC_REPLICATION SPRING_PROFILES_ACTIVE
}

# The first order is for the supervisor, the second for what it does not know. However the run ends.
bench_end() {
  [[ -d $LOCAL ]] || return 0
  control down > /dev/null 2>&1 || true
  control down > /dev/null 2>&1 || true
}
