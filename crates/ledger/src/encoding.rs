//! Bytes in whatever encoding people's programs write, as UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

const CHUNK: usize = 64 * 1024;

/// Reads text of an unknown encoding as UTF-8. A byte order mark decides; without one it is ASCII up to the
/// first other byte, and what follows there shows whether it is UTF-8 or GB18030. What cannot be decoded
/// becomes U+FFFD. Holds no more than one chunk.
pub(crate) struct Decoded<R> {
    source: R,
    decoder: Option<Decoder>,
    begun: bool,
    ended: bool,
    /// UTF-8, ready from `at` on.
    ready: Vec<u8>,
    at: usize,
}

impl<R: Read> Decoded<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            decoder: None,
            begun: false,
            ended: false,
            ready: Vec::new(),
            at: 0,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.at = 0;
        let mut raw = self.chunk(Vec::new())?;
        if !self.begun {
            self.begun = true;
            self.decoder =
                Encoding::for_bom(&raw).map(|(encoding, _)| encoding.new_decoder_with_bom_removal());
        }
        if self.decoder.is_none() {
            let ascii = raw.iter().position(|byte| !byte.is_ascii()).unwrap_or(raw.len());
            self.ready.extend(raw.drain(..ascii));
            if raw.is_empty() {
                return Ok(());
            }
            raw = self.chunk(raw)?;
            self.decoder = Some(guess(&raw).new_decoder_without_bom_handling());
        }
        if let Some(decoder) = &mut self.decoder {
            let mut text =
                String::with_capacity(decoder.max_utf8_buffer_length(raw.len()).unwrap_or(4 * CHUNK));
            let _ = decoder.decode_to_string(&raw, &mut text, self.ended);
            self.ready.extend(text.into_bytes());
        }
        Ok(())
    }

    /// Fills up to one chunk, as far as the source goes.
    fn chunk(&mut self, mut raw: Vec<u8>) -> io::Result<Vec<u8>> {
        let wanted = CHUNK.saturating_sub(raw.len());
        let got = self.source.by_ref().take(wanted as u64).read_to_end(&mut raw)?;
        self.ended |= got < wanted;
        Ok(raw)
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        while self.at == self.ready.len() && !self.ended {
            self.refill()?;
        }
        let rest = self.ready.get(self.at..).unwrap_or_default();
        let count = rest.len().min(to.len());
        for (to, from) in to.iter_mut().zip(rest) {
            *to = *from;
        }
        self.at += count;
        Ok(count)
    }
}

/// Whether these are bytes of a text at all: text in these encodings has no zeros, unless it is UTF-16.
pub(crate) fn is_text(head: &[u8]) -> bool {
    let utf16 = Encoding::for_bom(head).is_some_and(|(found, _)| found == UTF_16LE || found == UTF_16BE);
    utf16 || !head.contains(&0)
}

/// UTF-8 or GB18030, by what a stretch of bytes from the first one that is not ASCII looks like. Chinese in
/// GB18030 is hardly ever valid UTF-8; a UTF-8 text with a few damaged bytes still counts as UTF-8.
fn guess(sample: &[u8]) -> &'static Encoding {
    let other = sample.iter().filter(|byte| !byte.is_ascii()).count();
    let faults = sample
        .utf8_chunks()
        .filter(|chunk| !chunk.invalid().is_empty())
        .count();
    if faults <= 1 + other / 100 && faults * 20 <= other {
        UTF_8
    } else {
        GB18030
    }
}
