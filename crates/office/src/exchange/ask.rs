//! Asks the other side of a link for a proof about its log: by its public API, or by a call within the installation. The
//! answer is believed for nothing but what it proves.

use crate::{Office, Problem};
use proof::Digest;
use std::io::Read as _;
use std::time::Duration;
use store::Peer;
use ureq::Agent;

/// Most bytes of an answer: a proof has at most two hashes for each level of the tree.
const ANSWER: u64 = 64 << 10;

impl Office {
    /// The hashes that prove that the log of a peer at one size begins with it at a smaller one; `None` where the other
    /// side gives none just now.
    pub(crate) async fn ask_extension(
        &self,
        peer: &Peer,
        from: u64,
        to: u64,
    ) -> Result<Option<Vec<Digest>>, Problem> {
        let Some(address) = &peer.address else {
            return match self.log_consistency(&peer.id, from, Some(to)).await {
                Ok(found) => Ok(Some(found.path)),
                Err(Problem::Invalid(_) | Problem::NotFound) => Ok(None),
                Err(problem) => Err(problem),
            };
        };
        let url = format!("{address}/api/v1/log/consistency?from={from}&to={to}");
        let asked = tokio::task::spawn_blocking(move || ask(&url)).await;
        Ok(asked.unwrap_or_default())
    }
}

fn ask(url: &str) -> Option<Vec<Digest>> {
    let config = Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(5)))
        // Whoever sent the head waits for our receipt meanwhile.
        .timeout_global(Some(Duration::from_secs(20)))
        .max_redirects(0)
        .max_redirects_will_error(true)
        .build();
    let mut answer = config.new_agent().get(url).call().ok()?;
    let mut said = Vec::new();
    let body = answer.body_mut().as_reader();
    body.take(ANSWER).read_to_end(&mut said).ok()?;
    read(&said)
}

/// The path of a `LogConsistency`.
fn read(said: &[u8]) -> Option<Vec<Digest>> {
    let said: serde_json::Value = serde_json::from_slice(said).ok()?;
    let path = said.get("path")?.as_array()?;
    path.iter().map(|hash| hash.as_str()?.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_proof_is_read_and_nothing_else() {
        let hash = "ab".repeat(32);
        let said = format!(r#"{{"from":1,"to":3,"path":["{hash}"],"head":{{}}}}"#);
        assert_eq!(read(said.as_bytes()).unwrap()[0].to_string(), hash);
        assert_eq!(read(br#"{"path":[]}"#).unwrap().len(), 0);
        for wrong in [
            "",
            "[]",
            r#"{"path":["ab"]}"#,
            r#"{"path":[1]}"#,
            r#"{"code":"log-beyond"}"#,
        ] {
            assert_eq!(read(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
