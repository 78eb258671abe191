//! The statement on accessibility: what was made for whom, how each is checked, and what is not known.

/// Title of the page.
pub const TITLE: &str = "Accessibility - Paypath";
/// Its description.
pub const DESCRIPTION: &str = "How Paypath works with keyboards, screen readers, large letters and other needs, what was tested and what was not.";
/// Its heading.
pub const HEADING: &str = "Accessibility";
/// Below it.
pub const LEAD: &str = "This site means to work for everybody. Our measure is WCAG 2.2, level AA.";
/// Heading of what is tested.
pub const TESTED: &str = "What is tested";
/// Below it.
pub const TESTED_LEAD: &str = "Programs check all of this on each version of the site, in Chromium, and what may differ there in Firefox and WebKitGTK too. All of it must pass before a version is released.";
/// Who needs something, and what is checked.
pub const CHECKS: [(&str, &str); 9] = [
    (
        "Everybody",
        "The rules of axe find no fault on any page, in light and in dark colors. In Firefox and WebKitGTK this is checked on a page of each kind.",
    ),
    (
        "Keyboard alone",
        "On the calculator each field and link can be reached in the order that is seen, and what has the focus shows it. The list of cities works with arrows, Enter and Escape. The first stop of each page leads past its header.",
    ),
    (
        "Screen readers",
        "Each field has a name, and its hint and its error belong to it. A new answer is spoken as one sentence once typing rests, not at each letter. Each chart has its figures beside it as a table or in words.",
    ),
    ("Voice control", "What stands on a button, link or field is part of the name that you say."),
    (
        "Large letters, near screens",
        "With the page enlarged four times, or letters of twice the size, nothing is cut and nothing scrolls sideways but wide tables within their own frame.",
    ),
    ("More room between letters and lines", "With the spacing of WCAG 1.4.12, nothing is cut."),
    (
        "Unsteady hands",
        "Whatever is pressed is at least 24 by 24 pixels, links within sentences aside. Nothing has to be dragged: the slider of years has a field beside it.",
    ),
    (
        "Colors of one’s own",
        "Dark colors and forced colors are followed. Nothing is said by color alone.",
    ),
    (
        "Less motion, paper, no scripts",
        "Nothing moves on its own. Pages print without buttons; plans and offers print what was asked. With scripts off, each page shows its figures, and says what does not work.",
    ),
];
/// Heading of what is not known.
pub const UNKNOWN: &str = "What we do not know";
/// What was not tested.
pub const GAPS: [&str; 3] = [
    "No panel of people who use screen readers, switches or voice control every day has tried this site. We check what such programs are told by the page, not what they make of it.",
    "NVDA, JAWS, VoiceOver and TalkBack were not run.",
    "The map of cities is a picture. Its table, which can be sorted, holds the same figures and more.",
];
/// Heading of what to do.
pub const HELP: &str = "If something keeps you out";
/// What to do.
pub const HELP_LEAD: &str = "Tell whoever gave you the address of this site. All figures can also be had without the calculator: each city and each role has a page, and the method page has the tables as files.";
/// Name of the link to the method page's tables.
pub const METHOD: &str = "To the method page";
