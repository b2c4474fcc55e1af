//! Names of things: cases, units, people, commands.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);
        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self { Self(text.to_owned()) }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self { Self(text) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }
    };
}

id! {
    /// The number a citizen holds; names the case and its event stream.
    CaseNumber
}
id! {
    /// A unit of the jurisdiction.
    UnitId
}
id! {
    /// A member of staff.
    PersonId
}
id! {
    /// Made by form or client; a second arrival gets the first answer.
    CommandId
}

/// Number of a work order within its case, from 1.
pub type OrderNo = u16;
