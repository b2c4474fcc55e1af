//! Feeds as sites write them.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use calendar::Instant;
use watch::{FeedError, decoded, feed};

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rss [<!ENTITY big "xxxxxxxxxx">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>留言板</title><link>https://board.example/</link>
<item><title>东街停水 &amp; 停电</title><link>https://board.example/t/1?a=1&amp;b=2</link><guid isPermaLink="false">t-1</guid>
<pubDate>Mon, 03 Mar 2025 09:00:00 +0800</pubDate>
<description>&lt;p&gt;三天没有水。&lt;/p&gt;&lt;p&gt;没有人管。&lt;/p&gt;</description>
<media:title>图片</media:title></item>
<item><title><![CDATA[路灯<b>不亮</b>]]></title><link>https://board.example/t/2</link>
<description>短</description><content:encoded><![CDATA[<p>路灯坏了 &big; 三天</p>]]></content:encoded></item>
<item><description></description></item>
</channel></rss>"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>论坛</title><id>urn:x</id><updated>2025-03-03T00:00:00Z</updated>
<entry><id>tag:forum.example,2025:7</id><title type="html">噪音&amp;lt;扰民&amp;gt;</title>
<link rel="self" href="https://forum.example/7.atom"/><link href="https://forum.example/7"/>
<updated>2025-03-03T02:00:00Z</updated><published>2025-03-03T09:00:00+08:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>夜里施工</p><p>不能睡</p></div></content></entry></feed>"#;

#[test]
fn ws_5_rss_2_0_is_read() {
    let posts = feed(RSS).unwrap();
    assert_eq!(posts.len(), 2);
    let first = &posts[0];
    assert_eq!(first.id.as_deref(), Some("t-1"));
    assert_eq!(first.link.as_deref(), Some("https://board.example/t/1?a=1&b=2"));
    assert_eq!(first.title, "东街停水 & 停电");
    assert_eq!(first.text, "三天没有水。\n没有人管。");
    assert_eq!(first.posted, Instant::parse("2025-03-03T01:00:00Z").ok());
    assert_eq!(posts[1].title, "路灯 不亮".replace(' ', ""));
    assert!(posts[1].text.starts_with("路灯坏了") && !posts[1].text.contains("xxxxx"));
}

#[test]
fn ws_5_atom_is_read() {
    let posts = feed(ATOM).unwrap();
    let [post] = &posts[..] else { panic!("{posts:?}") };
    assert_eq!(post.id.as_deref(), Some("tag:forum.example,2025:7"));
    assert_eq!(post.link.as_deref(), Some("https://forum.example/7"));
    assert_eq!(post.text, "夜里施工\n不能睡");
    assert_eq!(post.posted, Instant::parse("2025-03-03T01:00:00Z").ok());
}

#[test]
fn what_is_no_feed_is_told() {
    assert_eq!(feed("<html><body>404</body></html>"), Err(FeedError::Other));
    assert_eq!(feed(""), Err(FeedError::Other));
    assert!(matches!(
        feed("<rss><channel><item></channel>"),
        Err(FeedError::Xml(_))
    ));
    assert!(matches!(feed("<rss><channel>"), Err(FeedError::Xml(_))));
}

#[test]
fn a_feed_in_gb2312_is_read() {
    let text = RSS.replace("UTF-8", "gb2312");
    let (bytes, ..) = encoding_rs::GB18030.encode(&text);
    assert_eq!(feed(&decoded(&bytes, None)).unwrap()[0].title, "东街停水 & 停电");
}

#[test]
fn a_link_of_a_post_leads_to_the_web_or_is_none() {
    let text = RSS
        .replace("https://board.example/t/2", "javascript:alert(1)")
        .replace("<link>j", "<guid>2</guid><link>j");
    let posts = feed(&text).unwrap();
    assert_eq!(
        (posts[1].link.as_deref(), posts[1].id.as_deref()),
        (None, Some("2"))
    );
}
