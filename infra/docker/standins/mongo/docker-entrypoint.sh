#!/usr/bin/env bash
# In mongod's place. Of its arguments only the key file can be looked at: as mongod would, it refuses one that others may read.
set -euo pipefail
while (($#)); do
  if [[ $1 == --keyFile ]]; then
    [[ -s $2 && $(stat -c %a "$2") == 600 && -O $2 ]] || { echo "permissions on $2 are too open" >&2; exit 1; }
  fi
  shift
done
exec java -XX:+UseSerialGC -XX:MaxRAMPercentage=60 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
  --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
  -cp '/opt/store:/opt/store/local-1.0.0.jar:/opt/store/lib/*' StoreForContainers /data/db/store.mv
