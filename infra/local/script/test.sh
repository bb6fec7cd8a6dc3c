# The test suite, in two parts: what every change should pass, and what takes its time. Sourced by infra/dvk.

# --deep: the tests tagged “deep” and only these.
run_tests() {
  local start=$SECONDS began code=0 browser groups=()
  case ${1:-} in
    '') ;;
    --deep) groups=(-Pdeep) ;;
    *) fail "Cách dùng: ./infra/dvk test [--deep]" "usage: ./infra/dvk test [--deep]" ;;
  esac
  require_jdk
  command -v mvn > /dev/null || fail "Không tìm thấy mvn." "mvn was not found."
  if browser=$(find_browser); then
    browser="-Ddvk.browser=$browser"
  else
    browser=-Ddvk.browser=absent
    say "⚠ KHÔNG CÓ CHROMIUM: các kiểm thử trên trình duyệt KHÔNG được chạy." \
      "NO CHROMIUM FOUND: the browser tests are NOT run. Name one with DVK_CHROMIUM."
  fi
  began=$(mktemp)
  (cd "$REPOSITORY" && DVK_TEST_BEGIN=$began maven verify "$browser" "${groups[@]}") || code=$?
  summary "$began" $((SECONDS - start)) "$code"
  rm -f "$began"
  return "$code"
}

find_browser() {
  local name
  if [[ -n ${DVK_CHROMIUM:-} ]]; then
    command -v "$DVK_CHROMIUM"
    return
  fi
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" && return
  done
  return 1
}

# Adds up the reports this run wrote.
summary() {
  local tests failures skipped
  read -r tests failures skipped < <(
    find "$REPOSITORY" -path '*/target/*-reports/TEST-*.xml' -newer "$1" -exec grep -ho -m 1 '<testsuite [^>]*' {} + \
      | awk '
        function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
        { tests += value("tests"); failures += value("failures") + value("errors"); skipped += value("skipped") }
        END { print tests + 0, failures + 0, skipped + 0 }'
  )
  if (($3 == 0)); then
    say "✓ ĐẠT: $tests kiểm thử, $skipped bỏ qua, $2 giây" "PASSED: $tests tests, $skipped skipped, $2 s"
  else
    say "✗ KHÔNG ĐẠT: $tests kiểm thử, $failures hỏng, $skipped bỏ qua, $2 giây" \
      "FAILED: $tests tests, $failures failed, $skipped skipped, $2 s"
  fi
}
