//! Puts new files in place of old ones: all of them or none.
//! Writes aside, reads back, and only then renames; on a fault it puts everything back.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::tables::Fault;

/// A file to write and what it replaces.
pub(crate) struct Output {
    pub(crate) file: String,
    pub(crate) new: Vec<u8>,
    pub(crate) old: Option<Vec<u8>>,
}

/// The file's bytes; nothing when there is no such file.
pub(crate) fn read(data: &Path, file: &str) -> Result<Option<Vec<u8>>, Fault> {
    match fs::read(data.join(file)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(file, "cannot be read", &error)),
    }
}

/// Writes the files that changed.
pub(crate) fn replace(data: &Path, outputs: &[Output]) -> Result<(), Fault> {
    let changed: Vec<&Output> =
        outputs.iter().filter(|output| output.old.as_ref() != Some(&output.new)).collect();
    let mut aside = Aside(Vec::new());
    for output in &changed {
        let path = data.join(format!(".{}.new", output.file));
        aside.0.push(path.clone());
        write_checked(&path, &output.new).map_err(|e| failed(&output.file, "not written", &e))?;
    }
    for (place, output) in changed.iter().enumerate() {
        if let Err(error) = fs::rename(&aside.0[place], data.join(&output.file)) {
            put_back(data, &changed[..place])?;
            return Err(failed(&output.file, "cannot be replaced", &error));
        }
    }
    Ok(())
}

/// Files written aside; whatever is left of them is removed at the end.
struct Aside(Vec<PathBuf>);

impl Drop for Aside {
    fn drop(&mut self) {
        for path in &self.0 {
            // After the rename there is nothing to remove: that is the usual case.
            let _ = fs::remove_file(path);
        }
    }
}

fn write_checked(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if fs::read(path)? == bytes {
        return Ok(());
    }
    Err(std::io::Error::other("it reads back differently"))
}

fn put_back(data: &Path, replaced: &[&Output]) -> Result<(), Fault> {
    for output in replaced {
        let path = data.join(&output.file);
        let done = match &output.old {
            Some(bytes) => fs::write(&path, bytes),
            None => fs::remove_file(&path),
        };
        done.map_err(|error| failed(&output.file, "cannot be put back", &error))?;
    }
    Ok(())
}

fn failed(file: &str, what: &str, error: &std::io::Error) -> Fault {
    Fault::file(file, format!("{what} ({error}); check the data directory"))
}

#[cfg(test)]
mod tests {
    use super::{Output, replace};
    use std::fs;

    #[test]
    fn a_failed_rename_puts_back_what_was_replaced() {
        let data = std::env::temp_dir().join(format!("paypath-write-{}", std::process::id()));
        fs::create_dir_all(data.join("b.csv/in-the-way")).unwrap();
        fs::write(data.join("a.csv"), "old").unwrap();
        let output = |file: &str, old: Option<&str>| Output {
            file: file.to_owned(),
            new: b"new".to_vec(),
            old: old.map(|text| text.as_bytes().to_vec()),
        };
        let outputs = [output("a.csv", Some("old")), output("0.csv", None), output("b.csv", None)];
        let fault = replace(&data, &outputs).unwrap_err();
        assert!(fault.to_string().starts_with("b.csv: cannot be replaced"), "{fault}");
        assert_eq!(fs::read_to_string(data.join("a.csv")).unwrap(), "old");
        let left = fs::read_dir(&data).unwrap().count();
        assert_eq!(left, 2, "only a.csv and b.csv are left");
        fs::remove_dir_all(data).unwrap();
    }
}
