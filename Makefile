# The two commands that matter: `make run` and `make test`.
.PHONY: run test demo own-workbooks bench soak hostile fuzz screens package check-windows types guides corpus
run:           ; @scripts/run
test:          ; @scripts/test
demo:          ; @scripts/demo
own-workbooks: ; @cargo nextest run --package attest-tests own_workbook --run-ignored all
bench:         ; @scripts/bench
soak:          ; @cargo build --quiet --package attest-tests --features measure --bins && cargo run --quiet --package attest-tests --features measure --bin soak -- 500 && cargo run --quiet --package attest-tests --features measure --bin soak_intake -- 100
attack:        ; @cargo nextest run --cargo-profile soak --package attest-tests follows_from_many --run-ignored only --no-capture
hostile:       ; @cargo run --quiet --release --package attest-tests --features measure --bin hostile -- 10000
fuzz:          ; @scripts/fuzz
corpus:        ; @scripts/corpus
screens:       ; @scripts/setup test && scripts/screens
package:       ; @scripts/package
check-windows: ; @scripts/check-windows
types:         ; @ATTEST_WRITE_TYPES=1 cargo nextest run --package attest types
guides:        ; @scripts/guides
