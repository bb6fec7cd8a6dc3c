# Starting, watching and stopping the platform's processes. Sourced by infra/dvk.

up() {
  local programs=() name
  for name in "$@"; do
    programs+=("$(program_name "$name")")
  done
  require_jdk
  if supervisor > /dev/null; then
    say "Nền tảng đang chạy." "The platform is already running."
    control await
    return
  fi
  doctor || exit 1
  build "${programs[@]}"
  start_supervisor "${programs[@]}"
}

start_supervisor() {
  local log=$DVK_HOME/logs/supervisor.log pid
  mkdir -p "$DVK_HOME/run" "$DVK_HOME/logs"
  chmod 700 "$DVK_HOME/run"
  rm -f "$DVK_HOME/run/control.sock"
  say "Đang khởi động trong $DVK_HOME…" "Starting in $DVK_HOME…"
  trap 'interrupted' INT TERM
  # A session of its own: Ctrl-C here and closing this terminal are not meant for it.
  (
    cd "$DVK_HOME"
    exec setsid "$DVK_JAVA" "$SUPERVISOR_MARKER" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
      -XX:TieredStopAtLevel=1 -Xmx64m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
      -cp "$LOCAL/local-1.0.0.jar:$LOCAL/lib/*" vn.dvk.local.Supervisor "$@"
  ) > "$log" 2>&1 < /dev/null &
  pid=$!
  until [[ -S $DVK_HOME/run/control.sock ]]; do
    if ! kill -0 "$pid" 2> /dev/null; then
      cat "$log" >&2
      exit 1
    fi
    sleep 0.05
  done
  control await || exit 1
  trap - INT TERM
}

# Ctrl-C while waiting: what was started is stopped again.
interrupted() {
  trap - INT TERM
  say "Đã ngắt, đang dừng…" "Interrupted, stopping…"
  control down || true
  exit 130
}

down() {
  require_jdk
  [[ -d $LOCAL ]] || { say "Nền tảng không chạy." "The platform is not running."; return; }
  local code=0 tries
  control down || code=$?
  # It answers before it ends itself, and an “up” that follows at once must not find it.
  for ((tries = 0; tries < 200; tries++)); do
    supervisor > /dev/null || break
    sleep 0.05
  done
  return "$code"
}

control() { local_java vn.dvk.local.Control "$@"; }

# status, start NAME, stop NAME, restart NAME
order() {
  require_jdk
  [[ -d $LOCAL ]] || { say "Nền tảng không chạy." "The platform is not running."; return 3; }
  control "$@"
}

# One instance of a service or two: registration=2.
scale() {
  local wish=${1-}
  order scale "${wish/-service=/=}"
}

logs() {
  local follow=() names=() word
  for word in "$@"; do
    if [[ $word == -f ]]; then follow=(-F); else names+=("$DVK_HOME/logs/$(program_name "$word").log"); fi
  done
  ((${#names[@]})) || names=("$DVK_HOME"/logs/*.log)
  [[ -e ${names[0]} ]] || fail "Chưa có nhật ký ${names[0]}." "There is no log ${names[0]} yet."
  tail -n 50 "${follow[@]}" "${names[@]}"
}

token() {
  local answer
  [[ -n ${1:-} ]] || fail "Cần tên người: ./infra/dvk token NGƯỜI." "Whose? ./infra/dvk token PERSON."
  answer=$(curl -sS -u "$1:demo" -d grant_type=client_credentials "http://127.0.0.1:$(port 4)/oauth2/token") \
    || fail "Dịch vụ định danh không trả lời: hãy chạy ./infra/dvk up." "Identity does not answer: run ./infra/dvk up."
  [[ $answer =~ \"access_token\":\"([^\"]+)\" ]] || fail "Không có mã cho “$1”: $answer" "No token for “$1”: $answer"
  echo "${BASH_REMATCH[1]}"
}

# The place of a service's port after the first.
service_port() {
  case $1 in
    reporting) port 0 ;;
    registration) port 1 ;;
    evaluation) port 2 ;;
    awards) port 3 ;;
    *) fail "Không có dịch vụ “$1”." "There is no service “$1”." ;;
  esac
}

# Has a service publish a stream again out of its history, for a log that has lost some of it.
# Arguments: service, stream, first position (1). Whatever readers have seen already they drop as duplicates.
republish() {
  local service stream=${2:-} from=${3:-1} port bearer answer status
  [[ -n ${1:-} && -n $stream ]] || fail "Cần tên dịch vụ và hồ sơ: ./infra/dvk republish TÊN HỒ-SƠ [TỪ]." \
    "Service and stream are needed: ./infra/dvk republish NAME STREAM [FROM]."
  [[ $stream =~ ^[A-Za-z0-9:._-]+$ ]] || fail "“$stream” không phải mã hồ sơ." "“$stream” is not the id of a stream."
  [[ $from =~ ^[1-9][0-9]{0,17}$ ]] || fail "Vị trí phải từ 1 trở lên, không phải “$from”." \
    "A position is a number from 1 on, not “$from”."
  service=$(program_name "$1")
  port=$(service_port "$service") || exit 1
  bearer=$(token quantri) || exit 1
  answer=$(curl -sS -X POST -H "Authorization: Bearer $bearer" -H "Idempotency-Key: republish-$$-$RANDOM$RANDOM" \
      -H "Content-Type: application/json" -d "{\"stream\": \"$stream\", \"from\": $from}" -w '\n%{http_code}' \
      "http://127.0.0.1:$port/api/v1/operations/republish") \
    || fail "$service không trả lời: hãy xem ./infra/dvk status." "$service does not answer: see ./infra/dvk status."
  status=${answer##*$'\n'}
  echo "${answer%$'\n'*}"
  [[ $status == 2* ]]
}

replay() {
  local jars=$REPOSITORY/infra/replay/target
  require_jdk
  [[ -e $jars/replay-1.0.0.jar ]] || build replay
  "$DVK_JAVA" -XX:+UseSerialGC -Xmx256m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -cp "$jars/replay-1.0.0.jar:$jars/lib/*" vn.dvk.replay.Main "$@"
}

# Strikes a platform of its own, in $DVK_HOME/faults and on ports of its own. Arguments: names of faults, none means all.
faults() {
  local jars=$REPOSITORY/infra/faults/target
  require_jdk
  findings=0
  check_tools
  ((findings == 0)) || exit 1
  build "${PROGRAMS[@]}" replay faults
  # In this shell's place, so that whatever is meant for this command reaches the one that has started things.
  cd "$REPOSITORY"
  exec "$DVK_JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx384m --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 \
    -cp "$jars/faults-1.0.0.jar:$jars/lib/*" vn.dvk.faults.Main "$@"
}

demo() {
  local code=0
  require_jdk
  if ! supervisor > /dev/null; then
    doctor || exit 1
    build
    start_supervisor
  fi
  replay demo || code=$?
  echo
  say "Bảng tin: http://127.0.0.1:$(port 0)/" "the live page; the platform keeps running until ./infra/dvk down"
  say "Cổng vào, có đăng nhập: http://127.0.0.1:$(port 9)/login" "the gateway, with a login"
  say "Tài liệu API" "API documentation:"
  printf '  %-14s http://127.0.0.1:%s/swagger-ui.html\n' \
    registration "$(port 1)" evaluation "$(port 2)" awards "$(port 3)" reporting "$(port 0)"
  return "$code"
}
