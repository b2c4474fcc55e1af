//! The workbench: which queues a person has, what is looked for in them, filters kept under a name, acts on many cases.

pub(crate) mod asked;
pub(crate) mod bulk;
pub(crate) mod queues;
pub(crate) mod views;
