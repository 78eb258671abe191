//! What things cost in each metro: regional price parities, where the country's are 100. No part of
//! [`super::Dataset`], so that a program which asks for nothing else of a metro can have them.
//!
//! Layout: tenths by metro, little-endian; 0 where none is published.

use super::MetroId;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/prices.bin"));

/// A metro's price level; none where none is published, and for a metro that there is not.
pub fn prices(metro: MetroId) -> Option<f32> {
    let tenths = PACKED.get(2 * metro.index()..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*tenths))
        .filter(|&tenths| tenths > 0)
        .map(|tenths| f32::from(tenths) / 10.0)
}
