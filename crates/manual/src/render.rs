//! Markdown to HTML. Nothing in a text gets through as markup of its own.

use crate::{INDEX, Picture, page};
use pulldown_cmark::{
    CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html::push_html,
};

/// The HTML of a text without its title.
pub(crate) fn html(text: &str, of_picture: &dyn Fn(&Picture) -> String) -> String {
    let mut out = Vec::new();
    let mut in_title = false;
    // the file of the picture that is being described, and what is said of it so far
    let mut picture: Option<(CowStr<'_>, String)> = None;
    for event in TextMergeStream::new(Parser::new_ext(text, Options::ENABLE_TABLES)) {
        match event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_title = false,
            _ if in_title => {}
            Event::Start(Tag::Image { dest_url, .. }) => picture = Some((dest_url, String::new())),
            Event::End(TagEnd::Image) => {
                if let Some((file, alt)) = picture.take() {
                    out.push(shown(&file, alt, of_picture));
                }
            }
            Event::Text(said) if picture.is_some() => {
                if let Some((_, alt)) = &mut picture {
                    alt.push_str(&said);
                }
            }
            Event::Text(said) => pressed(&said, &mut out),
            // Chinese has no space between words, so the end of a line is none either
            Event::SoftBreak => {}
            Event::Html(raw) | Event::InlineHtml(raw) => out.push(Event::Text(raw)),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => out.push(Event::Start(Tag::Link {
                link_type,
                dest_url: leads_to(dest_url),
                title,
                id,
            })),
            other => out.push(other),
        }
    }
    let mut page = String::with_capacity(text.len() * 2);
    push_html(&mut page, out.into_iter());
    page
}

/// What stands on a screen is set off from what is said about it.
fn pressed<'a>(said: &str, out: &mut Vec<Event<'a>>) {
    let text = |text: &str| Event::Text(text.to_owned().into());
    let mut rest = said;
    while let Some((before, from)) = rest.split_once('「') {
        let Some((label, after)) = from.split_once('」') else {
            break;
        };
        out.push(text(before));
        out.push(Event::InlineHtml("<b class=\"label\">".into()));
        out.push(text(&format!("「{label}」")));
        out.push(Event::InlineHtml("</b>".into()));
        rest = after;
    }
    out.push(text(rest));
}

/// A picture, which leads to itself at full size; what is said of it where there is none.
fn shown<'a>(file: &str, alt: String, of_picture: &dyn Fn(&Picture) -> String) -> Event<'a> {
    let name = file.strip_prefix("pictures/").unwrap_or(file);
    let found = Picture::named(name).and_then(|picture| Some((picture, picture.size()?)));
    let Some((picture, (width, height))) = found else {
        return Event::Text(alt.into());
    };
    let (address, alt) = (of_picture(picture), attribute(&alt));
    let tag = format!(
        "<a href=\"{address}\"><img src=\"{address}\" width=\"{width}\" height=\"{height}\" alt=\"{alt}\" loading=\"lazy\"></a>"
    );
    Event::InlineHtml(tag.into())
}

fn attribute(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}

/// From the name of a file to the address of its page.
fn leads_to(target: CowStr<'_>) -> CowStr<'_> {
    match target.strip_suffix(".md") {
        Some("README") => INDEX.address().into(),
        Some(id) => page(id).map_or(target.clone(), |page| page.address().into()),
        None => target,
    }
}

#[cfg(test)]
mod tests {
    fn html(text: &str) -> String {
        super::html(text, &|picture| format!("/static/{}", picture.name))
    }

    #[test]
    fn the_title_is_left_to_the_page_around() {
        assert_eq!(html("# 使用手册\n\n正文\n"), "<p>正文</p>\n");
    }

    #[test]
    fn markup_in_a_text_is_shown_and_not_obeyed() {
        for text in ["<script>x</script>", "a <b onclick=x>b</b>", "<!-- c -->"] {
            let page = html(text);
            assert!(
                page.contains("&lt;") && !page.replace("<p>", "").replace("</p>", "").contains('<'),
                "{page}"
            );
        }
    }

    #[test]
    fn what_stands_on_a_button_is_set_off() {
        let page = html("点「提交」，再点「打印」。");
        let label = |text: &str| format!("<b class=\"label\">「{text}」</b>");
        assert_eq!(
            page,
            format!("<p>点{}，再点{}。</p>\n", label("提交"), label("打印"))
        );
    }

    #[test]
    fn lines_of_a_paragraph_join_without_a_space() {
        assert_eq!(html("一行\n又一行\n"), "<p>一行又一行</p>\n");
    }

    #[test]
    fn files_become_pages() {
        assert_eq!(
            html("[群众](citizen.md)[目录](README.md)"),
            "<p><a href=\"/manual/citizen\">群众</a><a href=\"/manual\">目录</a></p>\n"
        );
    }

    #[test]
    fn a_picture_that_is_not_there_is_told_in_words() {
        assert_eq!(html("![三步写好](pictures/none.png)"), "<p>三步写好</p>\n");
    }
}
