//! RSS 2.0 and Atom 1.0, as far as posts are concerned. Entities that a document declares are not expanded.

use crate::page::{entity, visible};
use calendar::Instant;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A post of a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Post {
    /// What the feed calls it, where it calls it something.
    pub id: Option<String>,
    /// Where it stands.
    pub link: Option<String>,
    /// Title, in plain text.
    pub title: String,
    /// What it says, in plain text.
    pub text: String,
    /// When it was posted, UTC milliseconds.
    pub posted: Option<Instant>,
}

/// Why something is no feed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedError {
    /// It is no XML.
    #[error("no XML: {0}")]
    Xml(String),
    /// It is XML, but neither RSS 2.0 nor Atom.
    #[error("neither RSS nor Atom")]
    Other,
}

/// Posts taken from one answer, at most.
const MOST: usize = 500;
/// Longest text of a post that is kept, in characters.
const LONGEST: usize = 20_000;
/// Longest title and longest link that are kept, in characters.
const LONGEST_LINE: usize = 300;
const LONGEST_LINK: usize = 2_000;

/// The posts of a feed, in its order.
///
/// # Errors
/// [`FeedError`] where it is none.
pub fn feed(text: &str) -> Result<Vec<Post>, FeedError> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut path: Vec<String> = Vec::new();
    let mut posts = Vec::new();
    let mut post: Option<Draft> = None;
    let mut known = false;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| FeedError::Xml(error.to_string()))?;
        match event {
            Event::Start(tag) => {
                let name = local(&tag);
                known |= path.is_empty() && ["rss", "feed"].contains(&name.as_str());
                if path.is_empty() && !known {
                    return Err(FeedError::Other);
                }
                if post.is_none() && ["item", "entry"].contains(&name.as_str()) {
                    post = Some(Draft::at(path.len() + 1));
                }
                if let Some(post) = &mut post {
                    post.begin(&name, &tag, path.len() + 1);
                }
                path.push(name);
            }
            Event::Empty(tag) => {
                if let Some(post) = &mut post {
                    post.begin(&local(&tag), &tag, path.len() + 1);
                }
            }
            Event::Text(text) => {
                if let Some(post) = &mut post {
                    post.said(&text.xml10_content());
                }
            }
            Event::CData(text) => {
                if let Some(post) = &mut post {
                    post.said(&text.xml10_content());
                }
            }
            Event::GeneralRef(name) => {
                if let (Some(post), Some(c)) = (&mut post, entity(&name.into_inner())) {
                    post.said(&c.to_string());
                }
            }
            Event::End(_) => {
                if let Some(mut open) = post.take() {
                    if open.depth == path.len() {
                        posts.extend(open.finished());
                    } else {
                        open.end(path.last().map(String::as_str).unwrap_or_default(), path.len());
                        post = Some(open);
                    }
                }
                path.pop();
                if posts.len() == MOST {
                    return Ok(posts);
                }
            }
            Event::Eof if known && path.is_empty() => return Ok(posts),
            Event::Eof if known => return Err(FeedError::Xml("it breaks off".to_owned())),
            Event::Eof => return Err(FeedError::Other),
            _ => {}
        }
    }
}

/// The name of a tag without its prefix, but for `content:encoded`.
fn local(tag: &BytesStart<'_>) -> String {
    let name = tag.name();
    let full = String::from_utf8_lossy(name.as_ref().as_ref()).into_owned();
    match full.rsplit_once(':') {
        Some((_, "encoded")) => "content".to_owned(),
        // media:title and the like are not the post's own, and keep their prefix
        _ => full,
    }
}

/// A post that is being read.
struct Draft {
    depth: usize,
    heard: String,
    post: Post,
    summary: String,
    content: String,
    published: Option<Instant>,
    updated: Option<Instant>,
}

impl Draft {
    fn at(depth: usize) -> Self {
        Self {
            depth,
            heard: String::new(),
            post: Post::default(),
            summary: String::new(),
            content: String::new(),
            published: None,
            updated: None,
        }
    }

    fn begin(&mut self, name: &str, tag: &BytesStart<'_>, depth: usize) {
        if depth != self.depth + 1 {
            // Atom's XHTML is read like any page
            self.said(&format!("<{name}>"));
            return;
        }
        self.heard.clear();
        if name != "link" {
            return;
        }
        let value = |wanted: &str| {
            let found = tag.attributes().flatten().find(|a| {
                let key: &[u8] = a.key.as_ref().as_ref();
                key == wanted.as_bytes()
            })?;
            Some(crate::page::entities(&String::from_utf8_lossy(
                found.value.as_ref().as_ref(),
            )))
        };
        let rel = value("rel");
        if let Some(href) = value("href").filter(|_| rel.as_deref().is_none_or(|rel| rel == "alternate")) {
            self.post.link.get_or_insert(href);
        }
    }

    fn said(&mut self, text: &str) {
        if self.heard.len() < LONGEST * 16 {
            self.heard.push_str(text);
        }
    }

    fn end(&mut self, name: &str, depth: usize) {
        if depth != self.depth + 1 {
            self.said(&format!("</{name}>"));
            return;
        }
        let heard = std::mem::take(&mut self.heard);
        let line = heard.trim();
        let filled = || Some(line.to_owned()).filter(|line| !line.is_empty());
        match name {
            "guid" | "id" => self.post.id = filled(),
            "link" if self.post.link.is_none() => self.post.link = filled(),
            "title" => self.post.title = visible(line).join(" "),
            "description" | "summary" => self.summary = line.to_owned(),
            "content" => self.content = line.to_owned(),
            "pubDate" => self.published = rfc2822(line),
            "published" => self.published = Instant::parse(line).ok(),
            "updated" => self.updated = Instant::parse(line).ok(),
            _ => {}
        }
    }

    /// A post that says nothing and leads nowhere is none.
    fn finished(self) -> Option<Post> {
        let text = if self.content.is_empty() {
            self.summary
        } else {
            self.content
        };
        let text = visible(&text).join("\n");
        let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        let mut post = self.post;
        post.posted = self.published.or(self.updated);
        post.text = cut(&text, LONGEST);
        post.title = cut(&post.title, LONGEST_LINE);
        // what people will follow leads to the web and nowhere else
        let leads = |link: &String| link.chars().count() <= LONGEST_LINK && crate::hop(link).is_ok();
        post.link = post.link.filter(leads);
        // a feed may call a post by its address and give it no other
        if post.link.is_none() {
            post.link = post.id.clone().filter(leads);
        }
        if post.title.is_empty() {
            post.title = cut(post.text.lines().next().unwrap_or_default(), 60);
        }
        let says = !post.title.is_empty() || !post.text.is_empty();
        (says && (post.id.is_some() || post.link.is_some())).then_some(post)
    }
}

/// `Mon, 03 Mar 2025 09:00:00 +0800`, as RSS writes it.
fn rfc2822(text: &str) -> Option<Instant> {
    let zoned = jiff::fmt::rfc2822::parse(text).ok()?;
    Some(Instant::from_ms(zoned.timestamp().as_millisecond()))
}
