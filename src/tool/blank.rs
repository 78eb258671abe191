//! Keeps empty lines as rows. The CSV reader passes over them, and then the rows of the answer no
//! longer stand where those of the question do.

use std::io::{self, Read};

/// How much is read at once.
const CHUNK: usize = 1 << 16;
/// A row of one empty cell, which the CSV reader keeps.
const EMPTY: &[u8] = b"\"\"\n";

/// Puts an empty cell into every empty line between the header and the last line with text. Empty
/// lines above the header and at the end are no rows.
pub(super) struct Kept<R> {
    inner: R,
    chunk: Vec<u8>,
    /// What is ready to be read, and how much of it was.
    ready: Vec<u8>,
    taken: usize,
    state: State,
    /// Empty lines since the last line with text.
    empty: usize,
    header: bool,
}

/// Where in the text the next byte stands.
#[derive(Clone, Copy)]
enum State {
    Line,
    Cell,
    Within,
    Quoted,
    /// Behind a quotation mark within a quoted cell, which ends it or is doubled.
    Unquoted,
    /// Behind a carriage return, which ends a line with the line feed behind it or alone.
    Returned,
}

impl<R: Read> Kept<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            chunk: vec![0; CHUNK],
            ready: Vec::with_capacity(CHUNK),
            taken: 0,
            state: State::Line,
            empty: 0,
            header: false,
        }
    }

    fn step(&mut self, byte: u8) {
        self.state = match (self.state, byte) {
            (State::Returned, b'\n') => State::Line,
            (State::Line, b'\n') => {
                self.empty += 1;
                return;
            }
            (State::Line | State::Returned, b'\r') => return,
            (State::Line | State::Returned, _) => {
                if self.header {
                    (0..self.empty).for_each(|_| self.ready.extend_from_slice(EMPTY));
                }
                (self.empty, self.header) = (0, true);
                cell(byte)
            }
            (State::Quoted, b'"') => State::Unquoted,
            (State::Quoted, _) | (State::Unquoted, b'"') => State::Quoted,
            (State::Cell, _) => cell(byte),
            (State::Within | State::Unquoted, _) => match cell(byte) {
                State::Quoted => State::Within,
                state => state,
            },
        };
        self.ready.push(byte);
    }
}

/// The state behind the first byte of a cell.
const fn cell(byte: u8) -> State {
    match byte {
        b'"' => State::Quoted,
        b',' => State::Cell,
        b'\n' => State::Line,
        b'\r' => State::Returned,
        _ => State::Within,
    }
}

impl<R: Read> Read for Kept<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.ready.len() {
            let read = self.inner.read(&mut self.chunk)?;
            if read == 0 {
                return Ok(0);
            }
            self.ready.clear();
            self.taken = 0;
            let chunk = std::mem::take(&mut self.chunk);
            chunk[..read].iter().for_each(|&byte| self.step(byte));
            self.chunk = chunk;
        }
        let count = into.len().min(self.ready.len() - self.taken);
        into[..count].copy_from_slice(&self.ready[self.taken..self.taken + count]);
        self.taken += count;
        Ok(count)
    }
}
