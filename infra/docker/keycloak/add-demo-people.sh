#!/usr/bin/env bash
# Puts the demo's people and the client they sign in with into the realm. Harmless when repeated: whoever is there is left
# as they are.
set -euo pipefail
people=$(< /opt/dvk/demo-people.json)
# shellcheck disable=SC2016 # the file's own placeholder, which only an import at start would fill in
printf '%s' "${people//'${DVK_DEMO_SECRET}'/$DVK_DEMO_SECRET}" > /tmp/people.json
admin() { /opt/keycloak/bin/kcadm.sh "$@" --config /tmp/kcadm.config; }
KC_CLI_PASSWORD=$DVK_KEYCLOAK_ADMIN_PASSWORD admin config credentials --server http://keycloak:8080 --realm master --user admin
admin create partialImport -r dvk -f /tmp/people.json > /dev/null
