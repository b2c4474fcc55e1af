//! The account of a count: which days counted, which were passed over, and whether that can still change.

use jiff::civil::Date;

use crate::calendar::in_range;
use crate::{Calendar, Counted, DayKind, Due, DueError, Instant, Limit, Skipped, Why};

pub(crate) struct Tally<'a> {
    calendar: &'a Calendar,
    provisional: bool,
    counted: Vec<Counted>,
    skipped: Vec<Skipped>,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(calendar: &'a Calendar) -> Self {
        Self {
            calendar,
            provisional: false,
            counted: Vec::new(),
            skipped: Vec::new(),
        }
    }

    /// Whether the day is a workday. Asking makes the count provisional if the answer is.
    pub(crate) fn works(&mut self, date: Date) -> bool {
        let (kind, provisional) = self.calendar.kind(date);
        self.provisional |= provisional;
        kind.works()
    }

    /// The day counts.
    pub(crate) fn count(&mut self, date: Date) {
        self.counted.push(Counted {
            date,
            kind: self.calendar.kind(date).0,
            minutes: None,
        });
    }

    /// So many office minutes of the day count.
    pub(crate) fn count_minutes(&mut self, date: Date, minutes: u32) {
        self.counted.push(Counted {
            date,
            kind: self.calendar.kind(date).0,
            minutes: Some(minutes),
        });
    }

    /// The day is passed over for this reason.
    pub(crate) fn skip(&mut self, date: Date, why: Why) {
        self.skipped.push(Skipped {
            date,
            why,
            kind: self.calendar.kind(date).0,
        });
    }

    /// The day counts if it is a workday and is passed over if not; true if it counted.
    pub(crate) fn count_workday(&mut self, date: Date) -> bool {
        let works = self.works(date);
        if works {
            self.count(date)
        } else {
            self.skip_free(date)
        }
        works
    }

    /// The day is passed over because nobody works on it.
    pub(crate) fn skip_free(&mut self, date: Date) {
        let why = if matches!(self.calendar.kind(date).0, DayKind::Holiday(_)) {
            Why::Holiday
        } else {
            Why::Weekend
        };
        self.skip(date, why);
    }

    /// The due time that was found.
    pub(crate) fn due(self, from: Instant, due: Instant, limit: Limit) -> Result<Due, DueError> {
        let (from, due) = (in_range(from)?, in_range(due)?);
        let Self {
            provisional,
            counted,
            skipped,
            ..
        } = self;
        Ok(Due {
            due,
            from,
            limit,
            provisional,
            counted,
            skipped,
        })
    }
}
