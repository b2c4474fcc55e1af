//! One body of code for two engines: each body is instantiated for the connections of both.

/// Defines an operation of [`crate::Store`].
///
/// `read` looks at a few rows; on SQLite it does so at once, on the thread that asks. `scan` may look at many; on SQLite
/// other work of that thread goes on elsewhere meanwhile. `write` runs inside a write transaction; its arguments are
/// owned, because on SQLite they travel to the writer. In the body the first name is the connection.
macro_rules! operation {
    ($(#[$doc:meta])* scan fn $($rest:tt)*) => {
        operation! { $(#[$doc])* scan pub fn $($rest)* }
    };
    ($(#[$doc:meta])* read fn $($rest:tt)*) => {
        operation! { $(#[$doc])* read pub fn $($rest)* }
    };
    ($(#[$doc:meta])* write fn $($rest:tt)*) => {
        operation! { $(#[$doc])* write pub fn $($rest)* }
    };
    ($(#[$doc:meta])* read $vis:vis fn $name:ident($c:ident $(, $arg:ident: $ty:ty)* $(,)?) -> $out:ty $body:block) => {
        impl crate::Store {
            $(#[$doc])*
            $vis async fn $name(&self $(, $arg: $ty)*) -> Result<$out, crate::StoreError> {
                match self.engine() {
                    crate::store::Engine::Sqlite(engine) => {
                        async fn look(
                            $c: &mut crate::lite::Lite $(, $arg: $ty)*
                        ) -> Result<$out, crate::StoreError> $body
                        let mut connection = engine.reader()?;
                        let found = look(&mut connection $(, $arg)*).await;
                        engine.give_back(connection);
                        found
                    }
                    crate::store::Engine::Postgres(engine) => {
                        let mut held = engine.reader().await?;
                        let $c = &mut *held;
                        $body
                    }
                }
            }
        }
    };
    ($(#[$doc:meta])* scan $vis:vis fn $name:ident($c:ident $(, $arg:ident: $ty:ty)* $(,)?) -> $out:ty $body:block) => {
        impl crate::Store {
            $(#[$doc])*
            $vis async fn $name(&self $(, $arg: $ty)*) -> Result<$out, crate::StoreError> {
                match self.engine() {
                    crate::store::Engine::Sqlite(engine) => {
                        async fn look(
                            $c: &mut crate::lite::Lite $(, $arg: $ty)*
                        ) -> Result<$out, crate::StoreError> $body
                        engine.long(|connection| crate::lite::at_once(look(connection $(, $arg)*))).await
                    }
                    crate::store::Engine::Postgres(engine) => {
                        let mut held = engine.reader().await?;
                        let $c = &mut *held;
                        $body
                    }
                }
            }
        }
    };
    (
        $(#[$doc:meta])* write $vis:vis fn $name:ident($c:ident $(, $arg:ident: $ty:ty)* $(,)?)
            -> $out:ty $body:block
    ) => {
        operation! { $(#[$doc])* write $vis fn $name($c $(, $arg: $ty)*) -> $out, crate::StoreError $body }
    };
    (
        $(#[$doc:meta])* write $vis:vis fn $name:ident($c:ident $(, $arg:ident: $ty:ty)* $(,)?)
            -> $out:ty, $error:ty $body:block
    ) => {
        impl crate::Store {
            $(#[$doc])*
            $vis async fn $name(&self $(, $arg: $ty)*) -> Result<$out, $error> {
                match self.engine() {
                    crate::store::Engine::Sqlite(engine) => {
                        async fn run(
                            $c: &mut crate::lite::Lite $(, $arg: $ty)*
                        ) -> Result<$out, $error> $body
                        engine.write(move |connection| Box::pin(run(connection $(, $arg)*))).await
                    }
                    crate::store::Engine::Postgres(engine) => {
                        async fn run(
                            $c: &mut sqlx::PgConnection $(, $arg: $ty)*
                        ) -> Result<$out, $error> $body
                        engine.write(async move |connection| run(connection $(, $arg)*).await).await
                    }
                }
            }
        }
    };
}

/// Defines a trait of statements that operations share, and implements it for the connections of both engines.
macro_rules! statements {
    ($(#[$doc:meta])* trait $trait:ident {
        $( $(#[$fdoc:meta])* fn $name:ident($c:ident $(, $arg:ident: $ty:ty)* $(,)?) -> $out:ty $body:block )*
    }) => {
        $(#[$doc])*
        pub(crate) trait $trait {
            $( $(#[$fdoc])* fn $name(&mut self $(, $arg: $ty)*) -> impl Future<Output = $out> + Send; )*
        }
        impl $trait for crate::lite::Lite {
            $( async fn $name(&mut self $(, $arg: $ty)*) -> $out { let $c = self; $body } )*
        }
        impl $trait for sqlx::PgConnection {
            $( async fn $name(&mut self $(, $arg: $ty)*) -> $out { let $c = self; $body } )*
        }
        #[cfg(feature = "raw")]
        impl $trait for crate::raw::Recorder<crate::lite::Lite> {
            $( async fn $name(&mut self $(, $arg: $ty)*) -> $out { let $c = self; $body } )*
        }
        #[cfg(feature = "raw")]
        impl $trait for crate::raw::Recorder<sqlx::PgConnection> {
            $( async fn $name(&mut self $(, $arg: $ty)*) -> $out { let $c = self; $body } )*
        }
    };
}

/// The few words in which the engines differ.
pub(crate) trait Engine {
    /// Ends a selection of rows to update, so that two processes choose different ones.
    fn skip_locked(&self) -> &'static str;
    /// How many rows go into one statement at most.
    fn rows_at_once(&self) -> usize;
    /// Whether placeholders of statements for many rows are numbered.
    fn numbered(&self) -> bool;
    /// Statement that keeps events from being appended until the transaction ends; SQLite has one writer anyway. It waits
    /// for those who append just now. A lock of the table would also wait for whoever cleans it (VACUUM).
    fn hold_events(&self) -> Option<&'static str>;
    /// Statement with which every transaction begins that appends events and does not hold them: many do so at once. It
    /// comes before they draw their positions, and none ever asks for the other one after it, or two would wait in a circle.
    fn share_events(&self) -> Option<&'static str>;
    /// Column of `event` that tells the order in which rows were stored.
    fn position(&self) -> &'static str;
}

impl Engine for crate::lite::Lite {
    fn skip_locked(&self) -> &'static str {
        ""
    }
    fn rows_at_once(&self) -> usize {
        1
    }
    fn numbered(&self) -> bool {
        false
    }
    fn hold_events(&self) -> Option<&'static str> {
        None
    }
    fn share_events(&self) -> Option<&'static str> {
        None
    }
    fn position(&self) -> &'static str {
        "rowid"
    }
}

impl Engine for sqlx::PgConnection {
    fn skip_locked(&self) -> &'static str {
        "FOR UPDATE SKIP LOCKED"
    }
    fn rows_at_once(&self) -> usize {
        64
    }
    fn numbered(&self) -> bool {
        true
    }
    fn hold_events(&self) -> Option<&'static str> {
        Some("SELECT pg_advisory_xact_lock(7310305776432735854)")
    }
    fn share_events(&self) -> Option<&'static str> {
        Some("SELECT pg_advisory_xact_lock_shared(7310305776432735854)")
    }
    fn position(&self) -> &'static str {
        "pos"
    }
}
