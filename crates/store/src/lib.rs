//! The event log and its read models: one body of SQL for SQLite and PostgreSQL.
