//! What watched sources answer: feeds, pages.

use watch::{changes, decoded, feed as posts, hop, visible};

/// Most posts of one feed that are taken.
const MOST: usize = 500;

/// Any bytes, as a feed, as a page, as an address.
pub(crate) fn feed(bytes: &[u8]) {
    let media = [
        None,
        Some("text/html; charset=gbk"),
        Some("application/xml; charset=utf-16"),
    ];
    let (kind, rest) = bytes
        .split_first()
        .map_or((0, bytes), |(kind, rest)| (usize::from(*kind), rest));
    let text = decoded(rest, media[kind % media.len()]);
    if let Ok(found) = posts(&text) {
        assert!(found.len() <= MOST, "{} posts", found.len());
        assert!(found.iter().all(|post| post.title.chars().count() <= 300));
    }
    let lines = visible(&text);
    let half: Vec<String> = lines.iter().step_by(2).cloned().collect();
    assert_eq!(
        changes(&lines, &lines),
        Vec::new(),
        "the same page has not changed"
    );
    let _ = changes(&half, &lines);
    let _ = hop(&text);
}
