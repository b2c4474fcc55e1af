//! A document in its two forms: both say the same, and neither can be broken by what people write.

use calendar::Lang;
use jiff::civil::date;
use quick_xml::events::Event;
use report::{Block, Number, Paper, Signature, Table};
use std::io::{Cursor, Read};

/// The reply report of the annex: three parts, the finding, the signature.
fn reply_report() -> Paper {
    Paper {
        lang: Lang::Zh,
        issuer: "某旗住房和城乡建设局".to_owned(),
        title: "关于网民留言办理情况的答复报告".to_owned(),
        number: Some(Number {
            series: "答复".to_owned(),
            year: 2026,
            no: 12,
        }),
        to: vec!["接诉即办中心".to_owned(), "督查室".to_owned()],
        blocks: vec![
            Block::Heading("一、反映的问题".to_owned()),
            Block::Text("小区停水三天。\n\n<script>alert(1)</script> & \"引号\"".to_owned()),
            Block::Boxes(vec![
                ("属实".to_owned(), true),
                ("不属实".to_owned(), false),
                ("部分属实".to_owned(), false),
            ]),
            Block::Pairs(vec![("渠道".to_owned(), "12345".to_owned())]),
            Block::NewSheet,
            Block::Table(Table {
                head: vec!["序号".to_owned(), "内容".to_owned()],
                rows: vec![
                    vec!["1".to_owned(), "照片.jpg".to_owned()],
                    vec!["2".to_owned(), String::new()],
                ],
            }),
        ],
        signed: Some(Signature {
            by: "某旗住房和城乡建设局".to_owned(),
            on: date(2026, 3, 5),
            contact: Some("李四 0477-1234567".to_owned()),
        }),
        notes: vec!["依据：ZG-annex".to_owned()],
    }
}

/// The parts of a DOCX by name.
fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut text = String::new();
        zip.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(read).collect()
}

/// The text of each paragraph that has some; panics where the XML is not well-formed.
fn paragraphs(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut found, mut now, mut depth) = (Vec::new(), String::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(_) => depth += 1,
            Event::End(end) => {
                depth -= 1;
                if end.name().as_ref() == "w:p" && !now.is_empty() {
                    found.push(std::mem::take(&mut now));
                }
            }
            Event::Text(text) => now += &text,
            Event::GeneralRef(name) => now.push(match &name[..] {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                other => panic!("an unknown reference: {other}"),
            }),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    found
}

#[test]
fn a_docx_opened_again_says_what_the_paper_says() {
    let docx = reply_report().docx().unwrap();
    let parts = parts(&docx);
    for (name, text) in &parts {
        assert!(text.starts_with("<?xml"), "{name}");
        paragraphs(text);
    }
    let (_, document) = parts
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap();
    assert_eq!(
        paragraphs(document)
            .iter()
            .map(|line| line.trim())
            .collect::<Vec<_>>(),
        [
            "某旗住房和城乡建设局",
            "关于网民留言办理情况的答复报告",
            "答复〔2026〕12号",
            "接诉即办中心、督查室：",
            "一、反映的问题",
            "小区停水三天。",
            "<script>alert(1)</script> & \"引号\"",
            "☑ 属实\u{3000}☐ 不属实\u{3000}☐ 部分属实",
            "渠道",
            "12345",
            "序号",
            "内容",
            "1",
            "照片.jpg",
            "2",
            "某旗住房和城乡建设局",
            "2026年3月5日",
            "联系人：李四 0477-1234567",
            "依据：ZG-annex",
        ]
    );
}

#[test]
fn every_style_and_relation_that_the_document_names_is_there() {
    let docx = reply_report().docx().unwrap();
    let parts = parts(&docx);
    let part = |wanted: &str| &parts.iter().find(|(name, _)| name == wanted).unwrap().1;
    let (document, styles) = (part("word/document.xml"), part("word/styles.xml"));
    for piece in document.split("Style w:val=\"").skip(1) {
        let style = piece.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    for piece in part("word/_rels/document.xml.rels").split("Target=\"").skip(1) {
        let target = format!("word/{}", piece.split('"').next().unwrap());
        assert!(parts.iter().any(|(name, _)| *name == target), "{target}");
    }
    for piece in part("[Content_Types].xml").split("PartName=\"/").skip(1) {
        let target = piece.split('"').next().unwrap();
        assert!(parts.iter().any(|(name, _)| name == target), "{target}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(reply_report().docx().unwrap(), reply_report().docx().unwrap());
}

#[test]
fn html_says_the_same_and_runs_nothing() {
    let html = reply_report().html().unwrap();
    assert!(html.contains("答复〔2026〕12号"));
    assert!(html.contains("<p>2026年3月5日</p>"));
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("class=\"ticked\">☑ 属实"));
    assert!(html.contains("<p>小区停水三天。</p>"));
    assert!(
        !html.contains("style="),
        "no inline styles: the policy of the pages forbids them"
    );
}

#[test]
fn english_words_go_with_english_papers() {
    let paper = Paper {
        lang: Lang::En,
        ..reply_report()
    };
    let html = paper.html().unwrap();
    assert!(html.contains("<p>5 March 2026</p>"));
    assert!(html.contains("Contact: 李四"));
    assert!(html.contains("答复〔2026〕12号"), "a number is not translated");
}
