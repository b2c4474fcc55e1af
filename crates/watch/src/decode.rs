//! From bytes to text: many sites still write GB18030.

use encoding_rs::{Encoding, UTF_8};

/// How far into a document its encoding may be named.
const HEAD: usize = 1024;

/// The text of what came: by its byte order mark, by the `charset` of its media type, by what the document says of
/// itself, else as UTF-8. What is not in that encoding becomes `\u{fffd}`.
pub fn decoded(bytes: &[u8], media: Option<&str>) -> String {
    let named = |text: &str, key: &str| {
        let at = text.to_ascii_lowercase().find(key)? + key.len();
        let rest = text.get(at..)?.trim_start_matches([' ', '=', '"', '\'']);
        let label: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
            .collect();
        Encoding::for_label(label.as_bytes())
    };
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head: String = head.iter().map(|byte| char::from(*byte)).collect();
    let encoding = media
        .and_then(|media| named(media, "charset"))
        .or_else(|| named(&head, "encoding"))
        .or_else(|| named(&head, "charset"))
        .unwrap_or(UTF_8);
    encoding.decode(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn gb18030_is_read_where_header_or_document_names_it() {
        let (bytes, ..) = encoding_rs::GB18030.encode("停水");
        assert_eq!(decoded(&bytes, Some("text/html; charset=GBK")), "停水");
        let mut page = b"<meta charset=\"gb2312\">".to_vec();
        page.extend_from_slice(&bytes);
        assert!(decoded(&page, None).ends_with("停水"));
        assert_eq!(decoded("停水".as_bytes(), Some("text/html")), "停水");
        // four bytes each, also where a site still calls it by the older name
        let (bytes, ..) = encoding_rs::GB18030.encode("𠮷𬤝𰻝");
        for charset in ["GBK", "gb2312", "gb18030"] {
            let media = format!("text/html; charset={charset}");
            assert_eq!(decoded(&bytes, Some(&media)), "𠮷𬤝𰻝");
        }
    }
}
