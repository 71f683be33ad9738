//! Components in real browsers, one test module per component, run by wasm-bindgen's test runner.

use anyhow::Result;

use super::{Layer, Outcome};
use crate::browsers::Browsers;
use crate::{command, progress, wasm_target, workspace};

pub(super) const LAYER: Layer =
    Layer { name: "components", about: "components in Chromium and Firefox", run: components };

/// WebKit is left to the journeys: the runner does not know its driver.
fn components() -> Result<Outcome> {
    wasm_target::ensure()?;
    let mut outcome = Outcome::default();
    let browsers = Browsers::ready();
    command::run(command::cargo().args(["build", "--package", "xtask-runner"]))?;
    let runner = workspace::target()?.join("debug/xtask-runner").with_extension(std::env::consts::EXE_EXTENSION);
    for (name, variable, driver) in
        [("Chromium", "CHROMEDRIVER", &browsers.chromedriver), ("Firefox", "GECKODRIVER", &browsers.geckodriver)]
    {
        let driver = match driver {
            Ok(driver) => driver,
            Err(reason) => {
                outcome.lacks(format!("{name}: {reason}"));
                continue;
            }
        };
        progress::step(format!("components in {name}"));
        let mut test = command::cargo();
        test.args(["test", "--package", "loa-widgets", "--features", "csr", "--target", "wasm32-unknown-unknown"]);
        test.args(["--no-fail-fast", "--lib", "--tests"]);
        // The runner takes the first driver that the environment names.
        test.env_remove("CHROMEDRIVER").env_remove("GECKODRIVER").env(variable, driver);
        test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner).env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        test.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
        outcome.add(command::run_tests(&mut test)?);
    }
    Ok(outcome)
}
