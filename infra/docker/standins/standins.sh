# Builds images that stand in for those that cannot be pulled. Sourced by infra/local/script/containers.sh.

STANDINS=$REPOSITORY/infra/docker/standins

# Arguments: the images that are missing, by the names the compose file and the Dockerfiles use.
build_standins() {
  local image target stage=$DVK_APPS/standins print
  print=$(standins_print)
  build backbone
  stand_in_base
  for image in "$@"; do
    say "Đang dựng ảnh thay thế cho $image…" "Building a stand-in for $image…"
    target=$(standin_target "$image")
    stage_for "$target" "$stage"
    build_target "$target" "$image" "$print" "$stage" >> "$CONTAINERS_LOG" 2>&1 \
      || fail "Không dựng được ảnh thay thế cho $image, xem $CONTAINERS_LOG." \
        "The stand-in for $image cannot be built, see $CONTAINERS_LOG."
  done
}

# By compose, which brings the builder that a bare client may lack. It marks an image with the project's name, and whatever
# is run from the image with it: so the project is none that is ever stopped.
build_target() { # target, image, print, folder
  "$DOCKER" compose --progress plain --project-name dvk-stand-ins --file - build << COMPOSE
services:
  stand-in:
    image: $2
    build: {context: "$4", dockerfile: standins/Dockerfile, target: $1, labels: {$STANDIN_LABEL: "$3"}}
COMPOSE
}

# The part of the name between registry and version: quay.io/keycloak/keycloak:26.7.3 is keycloak's.
standin_target() {
  local name=${1%:*}
  name=${name##*/}
  grep -q "^FROM .* AS $name\$" "$STANDINS/Dockerfile" || fail "Không có ảnh thay thế cho $1." "There is no stand-in for $1."
  echo "$name"
}

# What stand-ins are made of: one that was made of something else is made anew.
standins_print() {
  find "$STANDINS" "$REPOSITORY/infra/local/src/main" -name target -prune -o -type f -print0 | LC_ALL=C sort -z \
    | xargs -0 cat "$REPOSITORY/infra/docker/Dockerfile" "$JAVA_HOME/release" ${DVK_PROMETHEUS:+"$DVK_PROMETHEUS"} \
    | cksum | cut -d ' ' -f 1
}

# Everything is there already, or the base can be built.
can_build_standins() {
  "$DOCKER" image inspect dvk/stand-in-base:local > /dev/null 2>&1 \
    || { command -v debootstrap > /dev/null && [[ $(id -u) == 0 && -r /etc/debian_version ]]; }
}

NO_STANDINS_VI="Ảnh thay thế được dựng từ gói của máy: cần Debian, quyền root và debootstrap (apt-get install debootstrap)."
NO_STANDINS_EN="Stand-ins are built from the machine's own packages: this needs Debian, root and debootstrap (apt-get install debootstrap)."

# The system below all of them: the machine's own, as small as it gets, with the certificates the machine trusts.
stand_in_base() {
  local root mirror code
  ! "$DOCKER" image inspect dvk/stand-in-base:local > /dev/null 2>&1 || return 0
  say "Đang dựng nền cho ảnh thay thế…" "Building the base of the stand-ins…"
  # shellcheck source=/dev/null
  code=$(source /etc/os-release && echo "$VERSION_CODENAME")
  mirror=$(find /etc/apt -name '*.sources' -o -name '*.list' | xargs cat \
    | awk '/^URIs:/ {print $2; exit} /^deb / {for (i = 2; i <= NF; i++) if ($i ~ /^http/) {print $i; exit}}')
  root=$(mktemp -d "$DVK_APPS/base.XXXXXX")
  if ! { debootstrap --variant=minbase --include=ca-certificates,bash,wget "$code" "$root" "$mirror" \
    && cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" \
    && rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/usr/share/{doc,man,locale}/* \
    && tar -C "$root" -c . | "$DOCKER" import --change "LABEL $STANDIN_LABEL=base" - dvk/stand-in-base:local; } \
    >> "$CONTAINERS_LOG" 2>&1; then
    rm -rf --one-file-system "$root"
    fail "Không dựng được nền của ảnh thay thế, xem $CONTAINERS_LOG." \
      "The base of the stand-ins cannot be built, see $CONTAINERS_LOG."
  fi
  rm -rf --one-file-system "$root"
}

# Puts what a target needs into the folder that is sent to its build.
stage_for() { # target, folder
  local fetched=$STANDINS/target
  mkdir -p "$2"
  rm -rf "$2/standins"
  mkdir "$2/standins"
  cp -r "$STANDINS"/{Dockerfile,kafka,mongo,prometheus} "$2/standins"
  if ! cmp -s "$JAVA_HOME/release" "$2/jdk/release"; then
    rm -rf "$2/jdk"
    mkdir "$2/jdk"
    # Links followed: a JDK's certificates are often the machine's. Sources are of no use here.
    cp -rL "$JAVA_HOME"/{bin,conf,lib,release} "$2/jdk"
    rm -f "$2/jdk/lib/src.zip"
  fi
  case $1 in
    mongo)
      rm -rf "$2/store"
      cp -r "$LOCAL" "$2/store"
      ;;
    prometheus) [[ -z ${DVK_PROMETHEUS:-} ]] || cp "$DVK_PROMETHEUS" "$2/standins/prometheus.original" ;;
    kafka) fetch_standins && rm -rf "$2/kafka" && cp -r "$fetched/kafka" "$2/kafka" ;;
    maven) fetch_standins && rm -rf "$2/maven" && cp -r "$fetched"/distributions/apache-maven-* "$2/maven" ;;
    keycloak)
      fetch_standins
      rm -rf "$2/keycloak"
      cp -r "$fetched"/distributions/keycloak-* "$2/keycloak"
      mkdir -p "$2/keycloak/data"
      chmod -R g+rwX "$2/keycloak" # as in the original: whoever is in its group may write
      ;;
  esac
}

# From where Maven gets everything; the versions are those in the images' names.
fetch_standins() {
  [[ ! -e $STANDINS/target/fetched ]] || return 0
  maven -q -f "$STANDINS/pom.xml" package -Dspotless.check.skip=true \
    -Dstandin.keycloak="$(standin_version keycloak)" -Dstandin.maven="$(standin_version maven)" >> "$CONTAINERS_LOG" 2>&1 \
    || fail "Không tải được thành phần của ảnh thay thế, xem $CONTAINERS_LOG." \
      "What the stand-ins are made of cannot be fetched, see $CONTAINERS_LOG."
  touch "$STANDINS/target/fetched"
}

# maven:3.9.11-eclipse-temurin-25 has 3.9.11.
standin_version() {
  external_images | sed -n "s|^\(.*/\)\?$1:\([0-9.]*\).*|\2|p" | head -n 1
}
