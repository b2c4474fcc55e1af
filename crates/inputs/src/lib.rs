//! Where bytes of strangers come in, one function for each place. Each takes any bytes whatever and panics where the
//! program must not: that is all it says. Fuzzers drive them (`cargo xtask fuzz`), and so does a property test in the
//! ordinary run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "what fails here fails the test or the fuzzer that drives it"
)]

#[cfg(feature = "program")]
mod api;
#[cfg(feature = "program")]
mod backup;
#[cfg(feature = "program")]
mod exchange;
mod feed;
#[cfg(feature = "program")]
mod multipart;
mod procedures;
mod receipt;
mod tables;
#[cfg(feature = "program")]
mod world;

/// A function that takes any bytes.
pub type Input = fn(&[u8]);

/// All of them, by the names of the fuzzers.
pub const ALL: &[(&str, Input)] = &[
    ("tables", tables::tables),
    ("workbook", tables::workbook),
    ("procedure", procedures::procedure),
    ("receipt", receipt::receipt),
    ("feed", feed::feed),
    #[cfg(feature = "program")]
    ("backup", backup::backup),
    #[cfg(feature = "program")]
    ("multipart", multipart::multipart),
    #[cfg(feature = "program")]
    ("api", api::api),
    #[cfg(feature = "program")]
    ("exchange", exchange::exchange),
];

/// Drives one by its name.
pub fn drive(name: &str, bytes: &[u8]) {
    let (_, input) = ALL
        .iter()
        .find(|(known, _)| *known == name)
        .expect("an input of this name");
    input(bytes);
}
