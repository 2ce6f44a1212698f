# The two commands that matter: `make run` and `make test`.
.PHONY: run test bench soak screens package check-windows types guides
run:           ; @scripts/run
test:          ; @scripts/test
bench:         ; @scripts/bench
soak:          ; @cargo build --quiet --package attest-tests --bins && cargo run --quiet --package attest-tests --bin soak -- 500
screens:       ; @scripts/setup test && scripts/screens
package:       ; @scripts/package
check-windows: ; @scripts/check-windows
types:         ; @ATTEST_WRITE_TYPES=1 cargo nextest run --package attest types
guides:        ; @scripts/guides
