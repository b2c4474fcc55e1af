//! The pages: each a struct with its template, filled from what the use cases give.

pub mod about;
pub mod answers;
pub mod calendar;
pub mod conformance;
pub mod design;
pub mod desk;
pub mod feed;
pub mod flow;
pub mod follow;
pub mod home;
pub mod knowledge;
pub mod log;
pub mod manual;
pub mod my;
pub mod my_case;
pub mod my_papers;
pub mod procedure;
pub mod public_list;
pub mod published;
pub mod rate;
pub mod reading;
pub mod receipt;
pub mod write;
mod write_check;
pub mod write_steps;
