//! Passwords: long enough, never kept, and checked in the same time whether the name exists or not.

use std::fmt;

use argon2::password_hash::phc;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use unicode_normalization::UnicodeNormalization;

use super::UserName;
use crate::service::{NoRandomness, random};

/// The fewest characters of a password.
pub const MIN_PASSWORD: usize = 12;

/// The most; more would only cost time.
const MAX_PASSWORD: usize = 200;

/// A password that may be used. It has no `Display`, so that none gets into a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password may not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidPassword {
    /// It is too short.
    #[error(
        "the password has {0} characters, expected at least {MIN_PASSWORD}; four words that do not belong together are good"
    )]
    TooShort(usize),
    /// It is too long.
    #[error("the password has more than {MAX_PASSWORD} characters; take a shorter one")]
    TooLong,
    /// It has a control character, which keyboards differ about.
    #[error("the password has a sign that cannot be typed everywhere; take letters, digits, spaces and punctuation")]
    Control,
    /// It can be guessed from the name, or is one sign again and again.
    #[error("the password is the user's name or one sign again and again; take another one")]
    Guessable,
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The hash of a password, in the form that names how it was made.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

impl Password {
    /// A password for a user.
    ///
    /// # Errors
    /// [`InvalidPassword`] says what is wrong with it.
    pub fn new(text: &str, name: &UserName) -> Result<Self, InvalidPassword> {
        let text = composed(text);
        let length = text.chars().count();
        if length < MIN_PASSWORD {
            return Err(InvalidPassword::TooShort(length));
        }
        if length > MAX_PASSWORD {
            return Err(InvalidPassword::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(InvalidPassword::Control);
        }
        let first = text.chars().next();
        if text.to_lowercase().replace(name.as_str(), "").trim().is_empty() || text.chars().all(|c| Some(c) == first) {
            return Err(InvalidPassword::Guessable);
        }
        Ok(Self(text))
    }

    /// Its argon2id hash; this takes a while, and is meant to.
    ///
    /// # Errors
    /// [`NoRandomness`] when the system gives no salt.
    pub fn hash(&self) -> Result<PasswordHash, NoRandomness> {
        let hash: phc::PasswordHash =
            Argon2::default().hash_password_with_salt(self.0.as_bytes(), &random()?).map_err(|_| NoRandomness)?;
        Ok(PasswordHash(hash.to_string()))
    }
}

impl PasswordHash {
    pub(crate) fn from_store(text: String) -> Self {
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Vietnamese keyboards write `ế` as one sign or as several.
fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// What is compared for names that nobody has: made as costly as the others, and of no password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$l1/ZRakLQRtvADJNLivhiw$Y4KzzIgUErd7/K7tAmABwA2eMCXmbCD25+kvB5hRRio";

/// Whether what was typed is the password of a hash. Without a hash it takes the same time and is not.
pub(super) fn verify(typed: &str, hash: Option<&PasswordHash>) -> bool {
    let against = hash.map_or(NOBODY, PasswordHash::as_str);
    // A long text costs time before it is hashed; no password has it.
    let typed: String = composed(&typed.chars().take(MAX_PASSWORD + 1).collect::<String>());
    let holds = phc::PasswordHash::new(against)
        .is_ok_and(|against| Argon2::default().verify_password(typed.as_bytes(), &against).is_ok());
    holds && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_told_what_is_wrong_with_it() {
        let name: UserName = "lan.nguyen".parse().unwrap();
        let said = |text: &str| Password::new(text, &name).unwrap_err().to_string();
        assert_eq!(
            said("ngắn"),
            "the password has 4 characters, expected at least 12; four words that do not belong together are good"
        );
        assert_eq!(said(&"ab".repeat(101)), "the password has more than 200 characters; take a shorter one");
        assert_eq!(
            said("mưa nắng\tgió bão"),
            "the password has a sign that cannot be typed everywhere; take letters, digits, spaces and punctuation"
        );
        for guessable in ["lan.nguyenLAN.NGUYEN", "aaaaaaaaaaaaaaaa"] {
            assert_eq!(
                said(guessable),
                "the password is the user's name or one sign again and again; take another one"
            );
        }
    }

    #[test]
    fn a_password_holds_however_its_marks_are_written_and_no_other_does() {
        let name: UserName = "lan.nguyen".parse().unwrap();
        let password = Password::new("mưa tháng sáu, gió", &name).unwrap();
        let hash = password.hash().unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.as_str());
        assert!(verify("mưa tháng sáu, gió", Some(&hash)));
        assert!(verify(&"mưa tháng sáu, gió".nfd().collect::<String>(), Some(&hash)));
        assert!(!verify("mưa tháng bảy, gió", Some(&hash)));
        assert!(!verify("mưa tháng sáu, gió", None));
        assert!(hash.as_str().starts_with(&NOBODY[..31]) && phc::PasswordHash::new(NOBODY).is_ok());
        assert!(!verify("", Some(&PasswordHash::from_store("broken".to_owned()))));
        assert_eq!(format!("{password:?} {hash:?}"), "Password(…) PasswordHash(…)");
    }
}
