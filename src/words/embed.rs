//! The widget and the page that makes its snippets in words.

use super::about;
use crate::dataset::Dataset;
use crate::money::Money;

/// Title of the frame without a role of its own.
pub const TITLE: &str = "Pay estimate to embed - Paypath";
/// Description of the frame without a role of its own.
pub const DESCRIPTION: &str =
    "The calculator as a widget for other pages: any role, any US metro area.";
/// Name of the frame's content, beside the content of the page around it.
pub const FRAME: &str = "Pay estimate";
/// Said where the program did not start: what is drawn at build remains.
pub const FAILED: &str = "The calculator did not start here. The figures are for the question in \
     their heading. The link below them leads to the answer that was asked for.";
/// Link to the full page.
pub const WHOLE: &str = "The whole answer and how we know";

/// `Data Engineer: pay estimate to embed - Paypath`
pub fn role_title(role: &str) -> String {
    format!("{role}: pay estimate to embed - Paypath")
}

/// The same in a sentence.
pub fn role_description(role: &str) -> String {
    format!("{role} pay as a widget for other pages: any US metro area, any experience.")
}

/// Whose figures these are and of when.
pub fn source(dataset: &Dataset) -> String {
    format!("Paypath, from pay data of the {}, {}. ", dataset.publisher, dataset.period)
}

/// Heading of two answers side by side.
pub fn compared(asked: &str, other: &str) -> String {
    format!("{asked}, compared with {other}")
}

/// Said where the page around the widget named nothing to compare with.
pub fn unknown(named: &str) -> String {
    format!("There is nothing to compare: “{named}” is no other role and no other city.")
}

/// Which of two middles is higher.
pub fn difference([one, other]: [&str; 2], [first, second]: [Money; 2]) -> String {
    let (first, second) = (first.rounded(1000), second.rounded(1000));
    let apart = Money::dollars((first.whole() - second.whole()).abs());
    match first.cmp(&second) {
        std::cmp::Ordering::Equal => format!("The middle is about the same: {one} and {other}."),
        std::cmp::Ordering::Greater => {
            format!("The middle is about {} higher: {one} against {other}.", about(apart))
        }
        std::cmp::Ordering::Less => {
            format!("The middle is about {} higher: {other} against {one}.", about(apart))
        }
    }
}

/// Title of a frame, read aloud before what is in it.
pub fn frame_title(role: Option<&str>) -> String {
    match role {
        Some(role) => format!("Paypath: {role} pay"),
        None => "Paypath: machine-learning pay".to_owned(),
    }
}

/// Link from a role's page.
pub const ROLE_LINK: &str = "Show this role’s pay on your own site";
/// Link from the method.
pub const METHOD_LINK: &str = "Show these figures on your own site";

/// Title of the page that makes snippets.
pub const BUILD_TITLE: &str = "Pay estimates on your own site - Paypath";
/// Its description.
pub const BUILD_DESCRIPTION: &str = "Choose role, city and look of the pay widget, see it live, and copy the lines for your \
     blog: WordPress, Ghost, Medium, AMP or plain HTML.";
/// Its heading.
pub const BUILD: &str = "On your own site";
/// Below it.
pub const BUILD_LEAD: &str = "A small calculator for your article: the middle, the range and the evidence, \
     with a link to the reasons. Choose what it shows, and copy the lines.";
/// Name of the form.
pub const CHOICES: &str = "What the widget shows";
/// In place of the preview, where it cannot be shown.
pub const PREVIEW: &str = "See the widget";
/// The first choice of roles.
pub const ANY_ROLE: &str = "Any role";
/// Hint of the city.
pub const CITY_HINT: &str = "Such as Austin, TX, or US. Empty: San Francisco, CA.";
/// Label of the comparison.
pub const VERSUS: &str = "Beside";
/// Its hint.
pub const VERSUS_HINT: &str =
    "A second city or a second role, such as Seattle, WA or Data Scientist";
/// Label of the colors.
pub const THEME: &str = "Colors";
/// Its choices.
pub const THEMES: [(&str, &str); 3] =
    [("", "As the reader’s system"), ("light", "Light"), ("dark", "Dark")];
/// Label of the accent.
pub const ACCENT: &str = "Your color";
/// Its hint.
pub const ACCENT_HINT: &str =
    "Six digits of a color. It is made darker or lighter where it could not be read.";
/// What is wrong with an accent that is no color.
pub const ACCENT_WRONG: &str =
    "Enter three or six digits of a color, like #0b5f6b, or leave it empty.";
/// Label of the level.
pub const LEVEL: &str = "Level of its heading";
/// Its choices.
pub const LEVELS: [(&str, &str); 3] = [("", "2"), ("3", "3"), ("4", "4")];
/// Label of what readers may change.
pub const LOCK: &str = "Readers may change";
/// Its choices.
pub const LOCKS: [(&str, &str); 4] = [
    ("", "Role, city and years"),
    ("role", "City and years"),
    ("city", "Role and years"),
    ("role,city", "Years"),
];
/// Label of the size.
pub const SIZE: &str = "Size";
/// Its choices.
pub const SIZES: [(&str, &str); 2] = [("", "With the picture"), ("1", "Small, without it")];

/// Heading of the snippets.
pub const SNIPPETS: &str = "Lines to copy";
/// Below it.
pub const SNIPPETS_LEAD: &str = "The script makes the frame as high as what is in it, and loads it when a reader comes \
     near. The frame alone does without scripts: 900 pixels are enough from a width of 640 on, a \
     narrower column scrolls within or needs 1140.";
/// Names of the forms.
pub const FORMS: [&str; 2] = ["A frame", "With our script"];
/// Where the site is, before the script says so.
pub const YOUR_ORIGIN: &str = "https://paypath.example";
/// The button.
pub const COPY: &str = "Copy";
/// Said after it.
pub const COPIED: &str = "Copied.";
/// Said where the browser refuses.
pub const REFUSED: &str =
    "Your browser does not let us copy: mark the lines and copy them yourself.";

/// Heading of the notes.
pub const HOSTS: &str = "Where to put them";
/// Notes by host.
pub const HOST_NOTES: [(&str, &str); 6] = [
    (
        "Plain HTML",
        "Put either form where the widget shall stand. The script needs to be there once a page.",
    ),
    ("WordPress", "Add a block “Custom HTML”. Where your plan takes out scripts, use the frame."),
    ("Ghost", "Add an HTML card. Both forms work."),
    (
        "Medium",
        "Medium shows frames of services that Embedly knows only. Link to the page instead.",
    ),
    (
        "AMP",
        "Use amp-iframe with the frame’s address, resizable, with an overflow element, and sandbox=\"allow-scripts allow-popups\". It tells AMP its height.",
    ),
    (
        "A content security policy",
        "Allow our address in frame-src, and for the script in script-src. Nothing else is needed.",
    ),
];

/// Heading of the frames' addresses.
pub const PAGES: &str = "By hand";
/// Below it.
pub const PAGES_LEAD: &str = "Every role has a frame of its own, with its figures in the page before any script \
     runs. Parameters change what it shows:";
/// Caption of the parameters.
pub const PARAMETERS: &str = "Parameters of a frame’s address";
/// Its heads.
pub const PARAMETER_HEADS: [&str; 2] = ["Parameter", "Meaning"];
/// Its rows.
pub const PARAMETER_ROWS: [(&str, &str); 9] = [
    ("role", "A role’s name in our links"),
    ("city", "A city with its state, or us"),
    ("years", "Years of experience, 0 to 50"),
    ("versus", "A second city or a second role"),
    ("theme", "light, dark or auto"),
    ("accent", "Six or three digits of a color, without #"),
    ("compact", "1 leaves out the picture"),
    ("heading", "Level of the heading: 2, 3 or 4"),
    ("lock", "What readers may not change: role, city or both"),
];
/// What oEmbed readers are told.
pub const OEMBED: &str = "Each frame and each role’s page names an oEmbed file. Our host serves files as they are and \
     cannot heed maxwidth; the frame is as wide as its place.";

/// Heading of what becomes of readers' answers.
pub const PRIVATE: &str = "Your readers";
/// What becomes of them.
pub const PRIVATE_NOTES: [&str; 3] = [
    "Everything is worked out in the reader’s browser. We set no cookie, count no visit and keep nothing on the device.",
    "Your page is told the height of the frame, and role, city and years of the question that is shown. What a reader types is not passed on as typed.",
    "In a frame with sandbox=\"allow-scripts\" everything works but the link to the full page, which needs allow-popups too.",
];
