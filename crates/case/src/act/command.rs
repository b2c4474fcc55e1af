//! A command: an act, the id that makes it happen once, and what was seen.

use super::Act;
use crate::{CommandId, OrderNo};

/// An act with the id of the command and, where something is judged, what was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// Made by form or client.
    pub id: CommandId,
    /// What is to be done.
    pub act: Act,
    /// The work order meant, for acts on work orders.
    pub order: Option<OrderNo>,
    /// Sequence number of the last event that the person had before their eyes.
    pub seen: Option<u64>,
}
