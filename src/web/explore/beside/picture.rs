//! The answers as a picture to share: SVG of 1200 by 630 that stands alone, in the light colours of the
//! site whatever theme the visitor has, since it is shown elsewhere.

use super::{Answer, are_mixed, axis};
use crate::chart::Axis;
use crate::dataset::Dataset;
use crate::money::Money;
use crate::words::{self, beside as text};

/// Width and height, as sites show pictures of links.
pub(super) const SIZE: [u32; 2] = [1200, 630];
/// Left edge and width of the drawing.
const LEFT: i32 = 80;
const WIDE: i32 = 1040;
/// Top of the first row, and where the axis is.
const TOP: i32 = 130;
const FLOOR: i32 = 525;
/// The colours of static/css/tokens.css, light.
const INK: &str = "#1a2124";
const QUIET: &str = "#525d61";
const LINE: &str = "#d9d6cb";
const ACCENT: &str = "#0b5f6b";
const EDGE: &str = "#3d7d86";
const MIDDLE: &str = "#b4530a";

/// The picture.
pub(super) fn svg(dataset: &Dataset, answers: &[Answer]) -> String {
    let (axis, mixed) = (axis(answers), are_mixed(answers));
    let step = (FLOOR - TOP) / i32::from(answers.len().max(1) as u8);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
         font-family=\"system-ui,sans-serif\"><rect width=\"100%\" height=\"100%\" fill=\"#fbfaf6\"/>\
         <rect width=\"100%\" height=\"12\" fill=\"{ACCENT}\"/>",
        SIZE[0], SIZE[1]
    );
    let write = |x: i32, y: i32, size: u8, colour: &str, how: &str, said: &str| {
        let said = said.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{how}>{said}</text>"
        )
    };
    out += &write(LEFT, 80, 44, INK, BOLD, text::PICTURE_HEADING);
    for &tick in &axis.ticks {
        let x = across(&axis, tick);
        out += &rect(LINE, x, TOP - 20, 2, FLOOR - TOP + 20);
        let anchor = " text-anchor=\"middle\"";
        out += &write(x, FLOOR + 28, 24, QUIET, anchor, &words::short(tick));
    }
    for (at, answer) in (0_u8..).zip(answers) {
        let y = TOP + i32::from(at) * step;
        let [role, mut detail] = text::called(dataset, &answer.profile);
        if mixed && answer.is_national() {
            detail.push_str(text::POSTED);
        }
        let end = " text-anchor=\"end\" font-weight=\"700\"";
        out += &write(LEFT, y + 24, 28, INK, BOLD, &role);
        out += &write(LEFT, y + 54, 22, QUIET, "", &detail);
        let estimate = &answer.estimate;
        out += &write(LEFT + WIDE, y + 34, 36, INK, end, &words::about(estimate.median()));
        let (wide, likely) = (estimate.wide(), estimate.likely());
        let bar = |colour: &str, [low, high]: [Money; 2], top: i32, high_in: i32| {
            let (from, to) = (across(&axis, low), across(&axis, high));
            rect(colour, from, top, to - from, high_in)
        };
        out += &bar(EDGE, [wide.low, wide.high], y + 73, 6);
        out += &bar(ACCENT, [likely.low, likely.high], y + 67, 18);
        out += &rect(MIDDLE, across(&axis, estimate.median()) - 3, y + 62, 6, 28);
    }
    let posted = answers.iter().any(Answer::is_national);
    out += &write(LEFT, 586, 20, QUIET, "", text::KEY);
    out += &write(LEFT, 614, 20, QUIET, "", &text::credit(dataset, posted));
    out + "</svg>"
}

const BOLD: &str = " font-weight=\"700\"";

fn rect(colour: &str, x: i32, y: i32, width: i32, height: i32) -> String {
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>")
}

fn across(axis: &Axis, amount: Money) -> i32 {
    LEFT + i32::from(axis.place(amount).0) * WIDE / 1000
}
