//! The words of the pages: roles, skills, questions and the guide, from `data/*.json`.
//!
//! Texts may hold links within the site, `[text](/path/)`, and live figures in braces, such as
//! `{pay data-scientist us 5}`; `site/text.rs` makes both and `check` proves that it can.

use serde::Deserialize;

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// One for each role, in the order of `roles.json`.
    pub roles: Vec<RolePageRow>,
    /// Skills and their groups.
    pub skills: SkillsTable,
    /// Questions and their groups.
    pub faq: FaqTable,
    /// The guide.
    pub guide: GuideTable,
}

/// Who says something.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Said {
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Ids of claims of the articles that it carries: `E1`, `O2`, `P5`.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Whether it is, or also is, our own judgement.
    #[serde(default)]
    pub ours: bool,
}

/// What a role's page says.
#[derive(Clone, Debug, Deserialize)]
pub struct RolePageRow {
    /// Role id.
    pub role: String,
    /// What the job is.
    pub summary: String,
    /// A day's work.
    pub day: Vec<String>,
    /// What it answers for.
    pub responsibilities: Vec<String>,
    /// How it differs from its nearest neighbour.
    pub differs: String,
    /// Where it leads.
    pub next: Vec<NextRow>,
    /// Ids of skills it cannot do without.
    pub must: Vec<String>,
    /// Ids of skills that help.
    pub helpful: Vec<String>,
    /// What education is asked for.
    pub education: String,
    /// Who says so.
    #[serde(flatten)]
    pub said: Said,
}

/// A role that another leads to.
#[derive(Clone, Debug, Deserialize)]
pub struct NextRow {
    /// Role id.
    pub role: String,
    /// What the move takes.
    pub why: String,
}

/// `skills.json`
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SkillsTable {
    /// In the order shown.
    pub groups: Vec<SkillGroupRow>,
    /// By group.
    pub skills: Vec<SkillRow>,
}

/// A group of skills.
#[derive(Clone, Debug, Deserialize)]
pub struct SkillGroupRow {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is in it.
    pub about: String,
}

/// When a skill is usually learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SkillLevel {
    /// First.
    Start,
    /// In the first jobs.
    Grow,
    /// Late, or by a few.
    Deep,
}

/// A skill.
#[derive(Clone, Debug, Deserialize)]
pub struct SkillRow {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Id of its group.
    pub group: String,
    /// Other names people type.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it is for.
    pub what: String,
    /// When it is usually learnt.
    pub level: SkillLevel,
    /// Where to learn it.
    pub learn: Vec<LearnRow>,
    /// Hours until it is of use at work: low, typical, high. Our assumption.
    pub hours: [u16; 3],
    /// What O*NET calls it.
    #[serde(default)]
    pub onet: OnetNames,
    /// Who says so.
    #[serde(flatten)]
    pub said: Said,
}

/// Names of a skill in O*NET's lists.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OnetNames {
    /// Examples of technologies.
    pub technology: Vec<String>,
    /// Elements of the list of skills.
    pub skill: Vec<String>,
    /// Elements of the list of knowledge.
    pub knowledge: Vec<String>,
}

/// Where to learn a skill.
#[derive(Clone, Debug, Deserialize)]
pub struct LearnRow {
    /// Name of the resource.
    pub name: String,
    /// Its address.
    pub url: String,
    /// What it is good for.
    pub why: String,
}

/// `faq.json`
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FaqTable {
    /// In the order shown.
    pub groups: Vec<FaqGroupRow>,
    /// By group.
    pub questions: Vec<QuestionRow>,
}

/// A group of questions.
#[derive(Clone, Debug, Deserialize)]
pub struct FaqGroupRow {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A question with its answer.
#[derive(Clone, Debug, Deserialize)]
pub struct QuestionRow {
    /// Stable id, which links lead to.
    pub id: String,
    /// Id of its group.
    pub group: String,
    /// The question.
    pub question: String,
    /// Paragraphs of the answer.
    pub answer: Vec<String>,
    /// Where more is said.
    pub more: MoreRow,
    /// Other words for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Who says so.
    #[serde(flatten)]
    pub said: Said,
}

/// A link to a page that says more.
#[derive(Clone, Debug, Deserialize)]
pub struct MoreRow {
    /// Path within the site.
    pub href: String,
    /// Text of the link.
    pub text: String,
}

/// `guide.json`
#[derive(Clone, Debug, Default, Deserialize)]
pub struct GuideTable {
    /// In the order shown.
    pub sections: Vec<SectionRow>,
}

/// A part of the guide.
#[derive(Clone, Debug, Deserialize)]
pub struct SectionRow {
    /// Stable id, which links lead to.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<BlockRow>,
}

/// A block of the guide with who says so.
#[derive(Clone, Debug, Deserialize)]
pub struct BlockRow {
    /// What it is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// Who says so.
    #[serde(flatten)]
    pub said: Said,
}

/// What a block is.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockKind {
    /// A paragraph.
    Text {
        /// Its text.
        text: String,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<String>,
    },
    /// Terms and what they mean.
    Terms {
        /// In the order shown.
        items: Vec<TermRow>,
    },
}

/// A term of the guide.
#[derive(Clone, Debug, Deserialize)]
pub struct TermRow {
    /// The term.
    pub term: String,
    /// What it means.
    pub text: String,
    /// An outside page about it.
    #[serde(default)]
    pub url: Option<String>,
    /// Whether it is no longer offered.
    #[serde(default)]
    pub retired: bool,
}

impl Content {
    /// Every text with who says it and where it stands, for checks and for counting claims.
    pub fn texts(&self) -> Vec<(String, &str, &Said)> {
        let mut all: Vec<(String, &str, &Said)> = Vec::new();
        for row in &self.roles {
            let texts = [&row.summary, &row.differs, &row.education];
            let lists = row.day.iter().chain(&row.responsibilities);
            let next = row.next.iter().map(|next| &next.why);
            let texts = texts.into_iter().chain(lists).chain(next);
            all.extend(
                texts.map(|text| (format!("role_pages.json {}", row.role), &**text, &row.said)),
            );
        }
        for row in &self.skills.skills {
            all.push((format!("skills.json {}", row.id), &row.what, &row.said));
        }
        for row in &self.faq.questions {
            let at = format!("faq.json {}", row.id);
            all.push((at.clone(), &row.question, &row.said));
            all.extend(row.answer.iter().map(|text| (at.clone(), &**text, &row.said)));
        }
        for section in &self.guide.sections {
            let at = format!("guide.json {}", section.id);
            for block in &section.blocks {
                let texts: Vec<&str> = match &block.kind {
                    BlockKind::Text { text } => vec![text],
                    BlockKind::List { items } => items.iter().map(String::as_str).collect(),
                    BlockKind::Terms { items } => {
                        items.iter().flat_map(|item| [&*item.term, &*item.text]).collect()
                    }
                };
                all.extend(texts.into_iter().map(|text| (at.clone(), text, &block.said)));
            }
        }
        all
    }
}
