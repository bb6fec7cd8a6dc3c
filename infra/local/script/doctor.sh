# What this machine lacks, in plain words. Sourced by infra/dvk.

LEAST_DISK_KB=$((2 * 1024 * 1024))
LEAST_MEMORY_KB=$((2 * 1024 * 1024))

findings=0

finding() {
  findings=$((findings + 1))
  say "✗ $1" "$2" >&2
}

# One sentence for each thing to put right; 1 when there is any.
doctor() {
  findings=0
  check_system
  check_tools
  check_room
  if ! any_of_ours; then
    check_ports
  fi
  ((findings == 0))
}

check_system() {
  [[ $(uname -s) == Linux ]] || finding \
    "Chỉ chạy thử trên Linux, máy này là $(uname -s): hãy dùng docker-compose.yml." \
    "This was tried on Linux only and this is $(uname -s): use docker-compose.yml instead."
}

check_tools() {
  find_jdk > /dev/null || finding "$NO_JDK_VI" "$NO_JDK_EN"
  command -v mvn > /dev/null || finding \
    "Không tìm thấy mvn: hãy cài Maven 3.6.3 trở lên." \
    "mvn was not found: install Maven 3.6.3 or later."
}

check_room() {
  local disk memory
  disk=$(df -Pk "$DVK_HOME" | awk 'NR == 2 {print $4}')
  ((disk >= LEAST_DISK_KB)) || finding \
    "Đĩa chứa $DVK_HOME còn $((disk / 1024)) MB, cần 2048 MB: hãy giải phóng, hoặc đặt DVK_HOME ở đĩa khác." \
    "The disk of $DVK_HOME has $((disk / 1024)) MB left and 2048 MB are needed: free some, or set DVK_HOME to another disk."
  if [[ -r /proc/meminfo ]] && ! any_of_ours; then
    memory=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo)
    ((memory >= LEAST_MEMORY_KB)) || finding \
      "Bộ nhớ còn trống $((memory / 1024)) MB, cần 2048 MB: hãy đóng bớt chương trình." \
      "$((memory / 1024)) MB of memory are free and 2048 MB are needed: close some programs."
  fi
}

check_ports() {
  local offset
  for offset in 0 1 2 3 4 5 6 7 9; do
    [[ $offset -ge 5 && $offset -le 6 && -n ${DVK_KAFKA_BOOTSTRAP:-} ]] && continue
    [[ $offset -eq 7 && -n ${DVK_MONGODB_URI:-} ]] && continue
    check_port "$(port $offset)"
  done
}

check_port() {
  local user
  if (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; then
    user=$(port_user "$1")
    finding \
      "Cổng $1 đang được dùng${user:+ bởi $user}: hãy dừng chương trình đó, hoặc chọn cổng khác bằng DVK_PORT_BASE." \
      "Port $1 is in use${user:+ by $user}: stop that program, or choose other ports with DVK_PORT_BASE."
  fi
}

# “java (pid 4711)” where the system tells us; nothing where it does not.
port_user() {
  command -v ss > /dev/null || return 0
  ss -ltnpH "sport = :$1" 2> /dev/null | sed -n 's/.*(("\([^"]*\)",pid=\([0-9]*\).*/\1 (pid \2)/p' | head -n 1
}
