//! The whole program in a test: clock, people, both databases, a browser.
