//! Use cases: who asks, what is loaded, what is committed; jobs, timers and messages.
