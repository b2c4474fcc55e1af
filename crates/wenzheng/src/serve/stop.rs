//! The signals that end the program in good order.

/// Listens for Ctrl-C and, where there is such, SIGTERM: from the start, so that none is missed.
#[cfg(unix)]
pub(crate) struct Stop {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Stop {
    pub(crate) fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    /// Waits for the first of them.
    pub(crate) async fn signal(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Listens for Ctrl-C: from the start, so that none is missed.
#[cfg(not(unix))]
pub(crate) struct Stop(tokio::signal::windows::CtrlC);

#[cfg(not(unix))]
impl Stop {
    pub(crate) fn listen() -> std::io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    /// Waits for it.
    pub(crate) async fn signal(mut self) {
        self.0.recv().await;
    }
}
