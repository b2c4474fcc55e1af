//! A unit's own rules: a file that extends a procedure and may only tighten it, for the work orders of that unit.
//!
//! What is adopted is the procedure above with the own rules put into its text: shorter limits become alternatives on
//! the condition `order.unit`, further clocks and demands get the same condition. So the engine knows nothing of own
//! rules, and every line says whose it is.

mod compose;
mod longer;
mod read;
mod tighter;

pub use read::{OwnEnded, OwnRules};

use crate::assemble::{Assembled, Find, Wanted, assemble};
use crate::check::Finding;
use crate::{Head, Procedure};
use compose::Parent;

/// The head of a file with own rules; `None` where the text is no such file.
pub fn own_rules(text: &str) -> Option<OwnRules> {
    read::head(text)
}

/// Whether a text says that it extends a procedure, whatever else is wrong with it.
pub(crate) fn extends(text: &str) -> Option<String> {
    read::extends(text)
}

/// A procedure with the own rules of units put into it. Each of `own` is a file that extends it; of one unit there is
/// one.
///
/// # Errors
/// Every own rule that is looser than the procedure, and what else keeps a file from being put in. The findings are in
/// the file of own rules with the id that they name; those in the procedure name it.
pub fn compose(parent: &str, own: &[&str]) -> Result<Assembled, Vec<Finding>> {
    compose_ending(parent, own, None)
}

/// The same after own rules of a unit ended, which the text then says.
///
/// # Errors
/// As [`compose`].
pub fn compose_ending(
    parent: &str,
    own: &[&str],
    ended: Option<&OwnEnded>,
) -> Result<Assembled, Vec<Finding>> {
    let parent = Parent::read(parent)?;
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for text in own {
        match read::read(text) {
            Ok(own) => {
                faults.extend(tighter::check(&parent, &own));
                all.push(own);
            }
            Err(wrong) => faults.extend(wrong),
        }
    }
    if faults.is_empty() {
        Ok(parent.with(&all, ended))
    } else {
        Err(faults)
    }
}

/// The procedure that a file of own rules extends, whole.
pub(crate) fn parent(id: &str, find: Find<'_>) -> Option<Result<Assembled, Vec<Finding>>> {
    find(Wanted::Procedure(id)).map(|text| assemble(&text, find))
}

impl Procedure {
    /// The own rules of units that it holds.
    pub fn own(&self) -> &[OwnRules] {
        let Head { own_rules, .. } = &self.head;
        own_rules
    }
}
