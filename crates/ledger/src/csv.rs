//! Records of a CSV: quotes, separators and line ends, one record in memory at a time.

use std::io::{self, BufRead, BufReader, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::record::{Cell, Record};

/// Longest record that is believed, in bytes of UTF-8. What is longer is most likely a quote that nobody
/// closed and that swallows the rest of the file.
const LONGEST: usize = 4 * 1024 * 1024;
const MOST_COLUMNS: usize = 4096;

pub(crate) struct Records<R> {
    source: BufReader<R>,
    reader: Reader,
    ended: bool,
}

/// Why there is no record.
#[derive(Debug)]
pub(crate) enum Broken {
    /// It begins in this line and is too long to be one.
    TooLong(u64),
    /// The source failed while this line was read.
    Source(u64, io::Error),
}

impl<R: Read> Records<R> {
    pub(crate) fn new(source: R, separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        Self {
            source: BufReader::new(source),
            reader,
            ended: false,
        }
    }

    fn record(&mut self) -> Result<Option<Record>, Broken> {
        let (mut text, mut ends) = (vec![0; 4096], vec![0; 32]);
        let (mut length, mut columns, mut newlines) = (0, 0, 0u64);
        let mut too_long = false;
        let last = loop {
            let input = match self.source.fill_buf() {
                Ok(input) => input,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.ended = true;
                    return Err(Broken::Source(self.reader.line(), error));
                }
            };
            let room = text.get_mut(length..).unwrap_or_default();
            let end_room = ends.get_mut(columns..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(input, room, end_room);
            newlines += room.iter().take(written).filter(|byte| **byte == b'\n').count() as u64;
            // nothing at the end of the file, where a record ends without a line end
            let last = read.checked_sub(1).and_then(|at| input.get(at)).copied();
            self.source.consume(read);
            length += written;
            columns += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if text.len() < LONGEST => text.resize(text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if ends.len() < MOST_COLUMNS => {
                    ends.resize(ends.len() * 2, 0)
                }
                // read on to where it ends, keeping nothing
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    (too_long, length, columns) = (true, 0, 0);
                }
                ReadRecordResult::End => {
                    self.ended = true;
                    return Ok(None);
                }
                ReadRecordResult::Record => break last,
            }
        };
        // the reader may have skipped empty lines before the record, so its first line is counted back
        let line = self
            .reader
            .line()
            .saturating_sub(newlines + u64::from(last == Some(b'\n')));
        if too_long {
            return Err(Broken::TooLong(line));
        }
        let mut from = 0;
        let cells = ends.iter().take(columns).map(|end| {
            let bytes = text.get(from..*end).unwrap_or_default();
            from = *end;
            Cell::Text(String::from_utf8_lossy(bytes).into_owned())
        });
        Ok(Some(Record {
            line,
            cells: cells.collect(),
        }))
    }
}

impl<R: Read> Iterator for Records<R> {
    type Item = Result<Record, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            None
        } else {
            self.record().transpose()
        }
    }
}
