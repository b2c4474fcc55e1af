//! An abstract state in four words: two for the case, one for each of two work orders.

/// Where a value lies in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    word: u8,
    shift: u8,
    bits: u8,
}

impl Cell {
    const fn fixed(shift: u8, bits: u8) -> Self {
        Self { word: 0, shift, bits }
    }

    /// Marks its bits.
    pub(super) fn keep(self, words: &mut [u64; 2]) {
        if let Some(word) = words.get_mut(usize::from(self.word)) {
            *word |= self.mask() << self.shift;
        }
    }

    fn mask(self) -> u64 {
        (1 << self.bits) - 1
    }
}

/// The step of the case, or of a work order.
pub(super) const STEP: Cell = Cell::fixed(0, 7);
/// Whether there is a work order in the place.
const THERE: Cell = Cell::fixed(7, 1);
/// See [`Standing`].
const STANDING: Cell = Cell::fixed(8, 2);
/// Whether it is the lead one.
const LEAD: Cell = Cell::fixed(10, 1);
/// First bit that is given out.
const FREE_CASE: u8 = FREE_ORDER;
const FREE_ORDER: u8 = 11;

/// Most work orders that are looked at together.
pub(super) const PLACES: usize = 2;

/// How a work order stands, whatever its step is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It waits for something.
    Open,
    /// Its result passed, since the case was last reopened.
    Done,
    /// Its result passed before the case was reopened.
    Old,
    /// It ended without a result.
    Ended,
}

/// One abstract state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct State([u64; 4]);

impl State {
    /// The bits that a state always keeps.
    pub(super) const FIXED: [u64; 2] = [(1 << FREE_ORDER) - 1, 0];

    /// Keeps of each word what `of_step` says for the step that stands in it.
    pub(super) fn keep(&mut self, of_step: impl Fn(usize) -> Option<[u64; 2]>) {
        let steps = [self.step(None), self.step(Some(0)), self.step(Some(1))];
        let [a, b, first, second] = &mut self.0;
        let masks = steps.map(|step| of_step(step).unwrap_or([u64::MAX; 2]));
        let [[case, more], [one, _], [two, _]] = masks;
        *a &= case;
        *b &= more;
        *first &= one;
        *second &= two;
    }

    fn word(&self, at: usize) -> u64 {
        self.0.get(at).copied().unwrap_or_default()
    }

    fn read(&self, at: usize, cell: Cell) -> u64 {
        (self.word(at) >> cell.shift) & cell.mask()
    }

    fn write(&mut self, at: usize, cell: Cell, value: u64) {
        if let Some(word) = self.0.get_mut(at) {
            *word = (*word & !(cell.mask() << cell.shift)) | ((value & cell.mask()) << cell.shift);
        }
    }

    /// A value of the case, or of the work order in a place.
    pub(super) fn get(&self, place: Option<usize>, cell: Cell) -> u64 {
        self.read(place.map_or(usize::from(cell.word), |p| 2 + p), cell)
    }

    pub(super) fn set(&mut self, place: Option<usize>, cell: Cell, value: u64) {
        self.write(place.map_or(usize::from(cell.word), |p| 2 + p), cell, value);
    }

    /// Place of the step among the file's steps.
    pub(super) fn step(&self, place: Option<usize>) -> usize {
        usize::try_from(self.get(place, STEP)).unwrap_or(usize::MAX)
    }

    pub(super) fn enter(&mut self, place: Option<usize>, step: usize) {
        self.set(place, STEP, step as u64);
    }

    pub(super) fn there(&self, place: usize) -> bool {
        self.get(Some(place), THERE) == 1
    }

    pub(super) fn standing(&self, place: usize) -> Standing {
        match self.get(Some(place), STANDING) {
            0 => Standing::Open,
            1 => Standing::Done,
            2 => Standing::Old,
            _ => Standing::Ended,
        }
    }

    pub(super) fn stand(&mut self, place: usize, standing: Standing) {
        self.set(Some(place), STANDING, standing as u64);
    }

    pub(super) fn is(&self, place: usize, standing: Standing) -> bool {
        self.there(place) && self.standing(place) == standing
    }

    pub(super) fn leads(&self, place: usize) -> bool {
        self.get(Some(place), LEAD) == 1
    }

    pub(super) fn lead(&mut self, place: usize, yes: bool) {
        self.set(Some(place), LEAD, u64::from(yes));
    }

    /// A new work order in a place.
    pub(super) fn place(&mut self, place: usize, step: usize, lead: bool) {
        self.clear(place);
        self.set(Some(place), THERE, 1);
        self.enter(Some(place), step);
        self.lead(place, lead);
    }

    pub(super) fn clear(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(2 + place) {
            *word = 0;
        }
    }

    /// The two places mean the same in either order.
    pub(super) fn sort(&mut self) {
        let [_, _, a, b] = &mut self.0;
        if *a < *b {
            std::mem::swap(a, b);
        }
    }
}

/// Gives out the bits of the words.
pub(super) struct Layout {
    case: [u8; 2],
    order: u8,
}

impl Layout {
    pub(super) fn new() -> Self {
        Self {
            case: [FREE_CASE, 0],
            order: FREE_ORDER,
        }
    }

    /// Room for a value up to `most`; `None` when the words are full.
    pub(super) fn room(&mut self, of_order: bool, most: u64) -> Option<Cell> {
        let bits = u8::try_from(64 - most.max(1).leading_zeros()).ok()?;
        let fits = |used: &mut u8, word: u8| {
            (*used + bits <= 64).then(|| {
                let shift = *used;
                *used += bits;
                Cell { word, shift, bits }
            })
        };
        if of_order {
            return fits(&mut self.order, 0);
        }
        let [first, second] = &mut self.case;
        fits(first, 0).or_else(|| fits(second, 1))
    }
}
