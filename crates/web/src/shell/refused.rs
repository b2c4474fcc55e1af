//! Files of a form that are not taken: which, why, and what to do. Everything else of the form is read, and the form comes
//! back with what was typed.

use super::PageError;
use office::FieldFault;

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// More bytes than one file may have; so many million at most.
    Large(usize),
    /// More files than a form takes; so many at most.
    Many(usize),
    /// There is nothing in it.
    Empty,
    /// Of a kind that is not taken.
    Kind,
    /// A picture that cannot be read to its end.
    Picture,
    /// A picture with more pixels than can be looked at.
    Pixels,
    /// A picture of a kind whose place and camera cannot be taken out.
    Heic,
}

/// A file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RefusedFile {
    /// Name of the form field.
    pub(crate) field: String,
    /// File name as given, without a path.
    pub(crate) name: String,
    /// Why.
    pub(crate) why: Why,
}

impl Why {
    /// What came of looking at a file of this kind; `None` for faults that are none of the file.
    pub(super) fn of(media: &str, fault: &PageError) -> Option<Self> {
        match fault {
            PageError::Media if media == "image/heic" => Some(Self::Heic),
            PageError::Media => Some(Self::Picture),
            PageError::TooLarge => Some(Self::Pixels),
            _ => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Large(_) => "portal-file-large",
            Self::Many(_) => "portal-file-many",
            Self::Empty => "portal-file-empty",
            Self::Kind => "portal-file-kind",
            Self::Picture => "portal-file-picture",
            Self::Pixels => "portal-file-pixels",
            Self::Heic => "portal-file-heic",
        }
    }
}

impl RefusedFile {
    /// As what is wrong with its field.
    pub(crate) fn fault(&self) -> FieldFault {
        let most = match self.why {
            Why::Large(bytes) => Some(bytes >> 20),
            Why::Many(most) => Some(most),
            _ => None,
        };
        let mut fault = FieldFault::new(&self.field, self.why.code());
        fault.args.push(("name", self.name.clone()));
        fault.args.extend(most.map(|most| ("most", most.to_string())));
        fault
    }
}
