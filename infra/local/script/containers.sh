# The same platform in containers, from docker-compose.yml. Sourced by infra/dvk.

CONTAINERS=$DVK_HOME/containers
CONTAINERS_LOG=$CONTAINERS/containers.log
SECRETS=$CONTAINERS/secrets.env
# Which image wrote which volume, one a line.
WRITERS=$CONTAINERS/volumes
# A home's containers, networks and volumes are no other's.
PROJECT=dvk-$(cksum <<< "$DVK_HOME" | cut -d ' ' -f 1)
DOCKERFILES=("$REPOSITORY"/infra/docker/{,keycloak/}Dockerfile)
STANDIN_LABEL=vn.dvk.stand-in
# What is published, by the place after the first port.
PUBLISHED=([0]=REPORTING [1]=REGISTRATION [2]=EVALUATION [3]=AWARDS [4]=KEYCLOAK [5]=KAFKA [9]=GATEWAY [10]=PROMETHEUS [11]=GRAFANA)

# shellcheck source=/dev/null
source "$REPOSITORY/infra/docker/standins/standins.sh"

containers() {
  local order=${1:-} standins='' data='' option
  shift || true
  if [[ $order == token ]]; then
    containers_token "$@"
    return
  fi
  for option; do
    case $order:$option in
      up:--stand-ins | demo:--stand-ins | doctor:--stand-ins) standins=1 ;;
      down:--data) data=1 ;;
      *) order=wrong ;;
    esac
  done
  case $order in
    up) containers_up docker-compose.yml ;;
    demo) containers_demo ;;
    down) containers_down "$data" ;;
    status) containers_status ;;
    doctor) containers_doctor && say "Không thiếu gì." "Nothing is missing." ;;
    *)
      fail "Cách dùng: ./infra/dvk containers up|demo [--stand-ins] | down [--data] | status | token NGƯỜI | doctor [--stand-ins]" \
        "usage: ./infra/dvk containers up|demo [--stand-ins] | down [--data] | status | token PERSON | doctor [--stand-ins]"
      ;;
  esac
}

# Argument: the compose files, of which the last add to the first.
containers_up() {
  local files=("$@") image start
  export_ports
  mkdir -p "$CONTAINERS"
  chmod 700 "$CONTAINERS"
  : > "$CONTAINERS_LOG"
  containers_doctor || exit 1
  prepare_secrets
  prepare_images
  check_volumes
  start=$SECONDS
  say "Đang dựng ảnh của bốn dịch vụ, lần đầu mất vài phút…" "Building the images of the services, some minutes the first time…"
  # One after the other: all at once train four caches at the same time, which on two cores takes longer.
  for image in keycloak registration evaluation awards reporting; do
    # Nothing of what may be running already has changed by then.
    compose build "$image" >> "$CONTAINERS_LOG" 2>&1 || fail "Không dựng được ảnh của $image, xem $CONTAINERS_LOG." \
      "The image of $image cannot be built, see $CONTAINERS_LOG."
  done
  say "Dựng xong sau $((SECONDS - start)) giây." "Built in $((SECONDS - start)) s."
  start=$SECONDS
  say "Đang chạy, từng phần một khi phần trước đã khỏe…" "Starting, each when those it needs are healthy…"
  exec 7>&1 # what is interrupted writes into the log
  trap 'containers_interrupted >&7 2>&7' INT TERM
  compose up --detach --wait --no-build >> "$CONTAINERS_LOG" 2>&1 || containers_failed
  trap - INT TERM
  remember_writers
  say "Mọi container đều khỏe sau $((SECONDS - start)) giây." "Every container is healthy after $((SECONDS - start)) s."
  say "Bảng tin: http://127.0.0.1:$(port 0)/" "the live page; it keeps running until ./infra/dvk containers down"
  printf '  %-14s http://127.0.0.1:%s\n' registration "$(port 1)" evaluation "$(port 2)" awards "$(port 3)" \
    keycloak "$(port 4)" prometheus "$(port 10)" grafana "$(port 11)"
  printf '  %-14s 127.0.0.1:%s\n' kafka "$(port 5)"
}

# With the demo's people, and the five cases replayed as they are on the platform without containers.
containers_demo() {
  require_jdk
  containers_up docker-compose.yml infra/docker/demo.yml
  build replay
  DVK_HOME=$CONTAINERS DVK_ISSUER=$(keycloak) DVK_DEMO_CLIENT=dvk-demo DVK_DEMO_SECRET=$(secret DVK_DEMO_SECRET) replay demo
}

# Asked by the project's name, so that it works without the secrets too; the folder must be one without a compose file.
containers_down() { # with data
  local volumes
  find_engine
  mkdir -p "$CONTAINERS"
  (cd / && "$DOCKER" compose --project-name "$PROJECT" down --remove-orphans >> "$CONTAINERS_LOG" 2>&1) \
    || fail "Không dừng được, xem $CONTAINERS_LOG." "They cannot be stopped, see $CONTAINERS_LOG."
  if [[ -z $1 ]]; then
    say "Đã dừng; dữ liệu còn đó." "Stopped; the data is kept."
    return
  fi
  volumes=$(ours volume ls --quiet)
  # shellcheck disable=SC2086 # one word a volume
  [[ -z $volumes ]] || "$DOCKER" volume rm $volumes > /dev/null
  rm -rf "$CONTAINERS"/{secrets.env,volumes,replayed}
  say "Đã dừng và xóa dữ liệu." "Stopped, and the data is gone."
}

containers_status() {
  find_engine
  [[ -n $(our_containers --all --quiet) ]] || { say "Không có container nào." "There are no containers."; return 3; }
  our_containers --all --format 'table {{.Label "com.docker.compose.service"}}\t{{.Status}}\t{{.Ports}}'
}

containers_token() {
  local answer
  [[ -n ${1:-} ]] || fail "Cần tên người: ./infra/dvk containers token NGƯỜI." "Whose? ./infra/dvk containers token PERSON."
  answer=$(curl -sS -d grant_type=password -d client_id=dvk-demo --data-urlencode "username=$1" \
    -d "password=$(secret DVK_DEMO_SECRET)" "$(keycloak)/protocol/openid-connect/token") \
    || fail "Keycloak không trả lời: hãy chạy ./infra/dvk containers demo." "Keycloak does not answer: run ./infra/dvk containers demo."
  [[ $answer =~ \"access_token\":\"([^\"]+)\" ]] || fail \
    "Không có mã cho “$1” (người dùng thử chỉ có sau containers demo): $answer" \
    "No token for “$1” (the demo's people come with containers demo): $answer"
  echo "${BASH_REMATCH[1]}"
}

keycloak() { echo "http://127.0.0.1:$(port 4)/realms/dvk"; }

compose() {
  local file options=()
  for file in "${files[@]}"; do options+=(--file "$REPOSITORY/$file"); done
  "$DOCKER" compose --progress plain --project-name "$PROJECT" --project-directory "$REPOSITORY" \
    --env-file "$SECRETS" "${options[@]}" "$@"
}

ours() { "$DOCKER" "$@" --filter "label=com.docker.compose.project=$PROJECT"; }

# Without those that somebody has run from an image built here: it carries the project's name too.
our_containers() { ours ps "$@" --filter label=com.docker.compose.config-hash; }

export_ports() {
  local place
  for place in "${!PUBLISHED[@]}"; do
    export "DVK_${PUBLISHED[place]}_PORT=$(port "$place")"
  done
}

# One sentence for each thing to put right; 1 when there is any.
containers_doctor() {
  local place
  findings=0
  find_engine
  if [[ -n $standins ]]; then
    check_tools
    can_build_standins || finding "$NO_STANDINS_VI" "$NO_STANDINS_EN"
  fi
  if [[ -z $(our_containers --quiet) ]]; then
    for place in "${!PUBLISHED[@]}"; do
      ((place == 9)) || check_port "$(port "$place")" # the gateway's is only a name so far
    done
  fi
  ((findings == 0))
}

# The first client that reaches an engine and has compose; if none does, what is nearest to it.
find_engine() {
  local client said nearest=none clients=()
  if [[ -n ${DVK_DOCKER:-} ]]; then
    clients=("$DVK_DOCKER")
  else
    mapfile -t clients < <(type -aP docker podman)
  fi
  for client in "${clients[@]}"; do
    if said=$("$client" ps --quiet 2>&1); then
      nearest=compose
      if "$client" compose version > /dev/null 2>&1; then
        DOCKER=$client
        return
      fi
    elif [[ $said == *"ermission denied"* && $nearest != compose ]]; then
      nearest=rights
    fi
  done
  case $nearest in
    compose) fail "Docker không có compose: hãy cài phần bổ sung Docker Compose bản 2 (docker compose version phải trả lời)." \
      "Docker lacks compose: install the Docker Compose plugin, version 2 (docker compose version must answer)." ;;
    rights) fail "Không được phép gọi Docker: hãy chạy bằng root, hoặc thêm người dùng vào nhóm docker rồi đăng nhập lại." \
      "You may not call Docker: run this as root, or add yourself to the group docker and log in again." ;;
    *) fail "Không có Docker nào trả lời: hãy cài và khởi động nó (docker ps phải trả lời), hoặc dùng ./infra/dvk up không cần nó." \
      "No container engine answers: install Docker and start it (docker ps must answer), or use ./infra/dvk up, which needs none." ;;
  esac
}

secret_names() {
  sed -n 's/^\(DVK_[A-Z_]*\(PASSWORD\|SECRET\|_KEY\)\)=.*/\1/p' "$REPOSITORY/infra/docker/.env.example"
  echo DVK_DEMO_SECRET
}

secret() { sed -n "s/^$1=//p" "$SECRETS" 2> /dev/null; }

# Made once, for this home; the data is locked with some of them.
prepare_secrets() {
  local name
  if [[ ! -e $SECRETS ]]; then
    [[ -z $(ours volume ls --quiet) ]] || fail \
      "Có dữ liệu của lần chạy trước nhưng mất tệp mật khẩu $SECRETS: hãy khôi phục tệp, hoặc bỏ dữ liệu bằng ./infra/dvk containers down --data." \
      "There is data of an earlier run, but its secrets $SECRETS are gone: restore that file, or give up the data with ./infra/dvk containers down --data."
    (
      umask 077
      for name in $(secret_names); do
        printf '%s=%s\n' "$name" "$(od -An -N 24 -tx1 /dev/urandom | tr -d ' \n')"
      done > "$SECRETS.new"
    )
    mv "$SECRETS.new" "$SECRETS"
  fi
  for name in $(secret_names); do
    [[ -n ${!name:-}$(secret "$name") ]] || fail "Thiếu $name trong $SECRETS: hãy thêm một dòng $name=…" \
      "$name is missing in $SECRETS: add a line $name=…"
  done
}

# The images that are not built here.
external_images() {
  {
    sed -n 's/^ *image: *//p' "$REPOSITORY/docker-compose.yml"
    sed -n 's/^FROM \([^ ]*:[^ ]*\).*/\1/p' "${DOCKERFILES[@]}"
  } | grep -v '^dvk/' | sort -u
}

# Prints the print of a stand-in, nothing for an original; 1 when there is no such image.
standin_mark() { "$DOCKER" image inspect --format "{{index .Config.Labels \"$STANDIN_LABEL\"}}" "$1" 2> /dev/null; }

# Every image that is not built here is at hand, and is what was asked for.
prepare_images() {
  local image mark missing=() print=''
  if [[ -n $standins ]]; then
    require_jdk
    print=$(standins_print)
  fi
  for image in $(external_images); do
    if ! mark=$(standin_mark "$image"); then
      if [[ -n $standins ]]; then
        missing+=("$image")
      else
        say "Đang tải $image…" "Pulling $image…"
        "$DOCKER" pull --quiet "$image" >> "$CONTAINERS_LOG" 2>&1 || fail \
          "Không tải được $image: hãy nối mạng tới kho ảnh, hoặc chạy thử với ảnh thay thế: thêm --stand-ins." \
          "$image cannot be pulled: connect this machine to its registry, or try with stand-ins: add --stand-ins."
      fi
    elif [[ -n $mark && -z $standins ]]; then
      fail "$image ở đây chỉ là ảnh thay thế: thêm --stand-ins để chạy thử, hoặc docker pull $image để có ảnh thật." \
        "$image is only a stand-in here: add --stand-ins to try with it, or get the original with docker pull $image."
    elif [[ -n $mark && $mark != "$print" ]]; then
      missing+=("$image")
    fi
  done
  ((${#missing[@]} == 0)) || build_standins "${missing[@]}"
  if [[ -n $(standin_mark "$(image_of mongo)") ]]; then
    files+=(infra/docker/standins/compose.yml)
    say "Kho dữ liệu là ảnh thay thế: tập bản sao, tài khoản và khóa của MongoDB không được chạy thử." \
      "The store is a stand-in: MongoDB's replica set, accounts and key are not tried."
  fi
}

# What a service of the compose file runs.
image_of() { awk -v service="  $1:" '$0 == service {found = 1} found && $1 == "image:" {print $2; exit}' "$REPOSITORY/docker-compose.yml"; }

# The volumes with data that only the same release can be trusted with, and what writes them: mongo:8.0.13 is mongo 8.0.
writers() {
  local volume image release
  for volume in mongo kafka keycloak; do
    image=$(image_of "$volume")
    [[ $image =~ ^(.*):([0-9]+\.[0-9]+) ]]
    release="${BASH_REMATCH[1]} ${BASH_REMATCH[2]}"
    [[ $volume != mongo || -z $(standin_mark "$image") ]] || release+=" stand-in"
    echo "${PROJECT}_$volume-data $release"
  done
}

remember_writers() { writers > "$WRITERS"; }

check_volumes() {
  local volume release wrote
  [[ -e $WRITERS ]] || return 0
  while read -r volume release; do
    wrote=$(sed -n "s/^$volume //p" "$WRITERS")
    if [[ -n $wrote && $wrote != "$release" && -n $("$DOCKER" volume ls --quiet --filter "name=^$volume\$") ]]; then
      fail "Dữ liệu trong $volume do “$wrote” ghi, còn đây là “$release”: hãy dùng lại bản cũ, hoặc bỏ dữ liệu bằng ./infra/dvk containers down --data." \
        "The data in $volume was written by “$wrote”, and this is “$release”: go back to that release, or give up the data with ./infra/dvk containers down --data."
    fi
  done < <(writers)
}

# Whoever is to blame is named with its last words; what was started is stopped again.
containers_failed() {
  local culprit words
  culprit=$(sed -nE "s/.*container $PROJECT-(.*)-[0-9]+ (is unhealthy|exited).*/\1/p" "$CONTAINERS_LOG" | tail -n 1)
  if [[ -n $culprit ]]; then
    compose logs --no-color --no-log-prefix "$culprit" >> "$CONTAINERS_LOG" 2>&1 || true
  fi
  words=$(grep -vE '^[[:space:]]*(at .*|[.]{3} .*)?$' "$CONTAINERS_LOG" | tail -n 1 | cut -c 1-300) # not a frame of a stack
  (containers_down '') > /dev/null 2>&1 || true
  fail "✗ ${culprit:-Docker} không chạy được, đã dừng tất cả; nhật ký trong $CONTAINERS_LOG: $words" \
    "${culprit:-Docker} does not run, everything was stopped again; its log is in that file."
}

# Ctrl-C while waiting.
containers_interrupted() {
  trap - INT TERM
  say "Đã ngắt, đang dừng…" "Interrupted, stopping…"
  containers_down '' || true
  exit 130
}
