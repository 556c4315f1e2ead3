//! Runs wasm-bindgen tests for Cargo; a library call, so that its version is the one of Cargo.lock.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
