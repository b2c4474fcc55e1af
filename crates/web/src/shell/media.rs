//! Which files people may attach, told by content and not by name.

/// The same as browsers know them before anything is sent: by what the file says of itself. Content decides in the end.
pub(crate) const ACCEPT: &str = "image/jpeg,image/png,image/gif,image/webp,image/heic,image/heif,audio/wav,audio/x-wav,\
     audio/mpeg,audio/amr,audio/mp4,audio/x-m4a,video/mp4,video/quicktime,application/pdf,application/zip,text/plain,\
     .jpg,.jpeg,.png,.gif,.webp,.heic,.heif,.wav,.mp3,.m4a,.amr,.mp4,.mov,.pdf,.zip,.docx,.xlsx,.pptx,.doc,.xls,.ppt,\
     .wps,.et,.txt,.csv";

/// The media type of a file, where it is one that is taken: pictures, PDF, office documents, sound, video, text.
pub(crate) fn of(content: &[u8]) -> Option<&'static str> {
    let at = |from: usize, mark: &[u8]| content.get(from..from + mark.len()) == Some(mark);
    let starts = |mark: &[u8]| at(0, mark);
    if starts(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        Some("image/gif")
    } else if starts(b"RIFF") && at(8, b"WEBP") {
        Some("image/webp")
    } else if starts(b"RIFF") && at(8, b"WAVE") {
        Some("audio/wav")
    } else if at(4, b"ftyphei") || at(4, b"ftypmif1") {
        Some("image/heic")
    } else if at(4, b"ftyp") {
        Some("video/mp4")
    } else if starts(b"%PDF-") {
        Some("application/pdf")
    } else if starts(b"PK\x03\x04") {
        Some("application/zip")
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Some("application/x-ole-storage")
    } else if starts(b"ID3") || starts(b"\xff\xfb") || starts(b"\xff\xf3") {
        Some("audio/mpeg")
    } else if starts(b"#!AMR") {
        Some("audio/amr")
    } else {
        is_text(content).then_some("text/plain")
    }
}

/// Readable text that no browser could take for a page: UTF-8, or GB18030, in which office programs here still write .txt and
/// .csv. It is only looked at: what is kept are the bytes that were sent.
fn is_text(content: &[u8]) -> bool {
    if content.is_empty() {
        return false;
    }
    match std::str::from_utf8(content) {
        Ok(text) => text.chars().all(is_plain),
        Err(_) => encoding_rs::GB18030
            .decode_without_bom_handling_and_without_replacement(content)
            .is_some_and(|text| text.chars().all(|c| is_plain(c) && !is_private(c))),
    }
}

fn is_plain(c: char) -> bool {
    !c.is_control() || matches!(c, '\n' | '\r' | '\t')
}

/// Letters without a meaning of their own: two bytes of a program read as one easily, two of a text hardly ever.
fn is_private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn content_tells_what_a_file_is() {
        assert_eq!(of(b"\xff\xd8\xff\xe0 rest"), Some("image/jpeg"));
        assert_eq!(of(b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(of(b"\0\0\0\x18ftypmp42"), Some("video/mp4"));
        assert_eq!(of("井盖缺失\n".as_bytes()), Some("text/plain"));
    }

    #[test]
    fn programs_and_nothing_at_all_are_not_taken() {
        assert_eq!(of(b"MZ\x90\0\x03"), None);
        assert_eq!(of(b"\x7fELF\x02\x01"), None);
        assert_eq!(of(b""), None);
    }

    /// Notepad and Excel of a Chinese Windows write so: a letter of two bytes, and a rare one of four.
    #[test]
    fn a_text_in_gb18030_is_a_text() {
        let (csv, _, lossy) = encoding_rs::GB18030.encode("姓名,事由\r\n王𠮷,井盖缺失\r\n");
        assert!(!lossy && std::str::from_utf8(&csv).is_err());
        assert_eq!(of(&csv), Some("text/plain"));
        // half a letter at the end, and what has signs that no text has
        assert_eq!(of(&csv[..csv.len() - 3]), None);
        assert_eq!(of(&[&csv[..], b"\0"].concat()), None);
        assert_eq!(of(b"\xfe\xfe\xa1\xff"), None);
    }

    #[test]
    fn a_page_in_disguise_is_only_text() {
        assert_eq!(of(b"<script>alert(1)</script>"), Some("text/plain"));
    }
}
