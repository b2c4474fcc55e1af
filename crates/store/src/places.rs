//! Placeholders for queries whose conditions depend on what is asked. Values are always bound, never written in.

/// Hands out `$n` after those already used.
pub(crate) struct Places {
    used: usize,
}

impl Places {
    pub(crate) fn after(used: usize) -> Self {
        Self { used }
    }

    /// The next placeholder.
    pub(crate) fn next(&mut self) -> String {
        self.used += 1;
        format!("${}", self.used)
    }

    /// A list of placeholders in brackets.
    pub(crate) fn list(&mut self, count: usize) -> String {
        let places: Vec<String> = (0..count).map(|_| self.next()).collect();
        format!("({})", places.join(", "))
    }
}
