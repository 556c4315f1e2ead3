//! A sign-in as it happened: who took part, what travelled between them, and what the capture doesn't hold.

mod build;

pub(crate) use build::sign_ins;

pub use crate::sign_ins::GapKind;
use crate::text::{Arg, Args, Phrase, Texts, texts};
use crate::webex::{ServiceProvider, idps};
use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

texts! {
    WEBEX "party-webex" "Webex";
    BROWSER "party-browser" "Browser";
    IDENTITY_PROVIDER "party-identity-provider" "Identity provider";
    OTHER_SERVICE "party-service" "Another service";
    REQUEST "step-request" "{ $from } → { $to }: asks to sign the user in (`AuthnRequest`)";
    RESPONSE "step-response" "{ $from } → { $to }: says who the user is (`Response`)";
    UNASKED "step-unasked" "{ $from } → { $to }: says who the user is, without having been asked (`Response` without `InResponseTo`)";
    ANSWER "step-answer" "{ $from } → { $to }: answers with error { $code }";
    ANSWER_OTHER "step-answer-other" "{ $from } → { $to }: answers, without an error text that is known here";
    ANSWER_GONE "step-answer-gone" "{ $from } → { $to }: the answer";
    LABEL_REQUEST "step-label-request" "`AuthnRequest`";
    LABEL_RESPONSE "step-label-response" "`Response`";
    LABEL_ANSWER "step-label-answer" "Error { $code }";
    LABEL_OTHER "step-label-other" "Answer";
}

/// One sign-in of the input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    /// Who takes part: the service, the browser, then the identity providers, each behind the one before it.
    pub parties: Vec<Party>,
    /// What travelled, in its order.
    pub steps: Vec<Step>,
    /// What the capture doesn't hold, and what makes it hard to read.
    pub gaps: Vec<Gap>,
    /// The code that Webex answered with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<u8>,
    /// When its first message was sent (ISO 8601), as the capture says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<String>,
    /// When its last message was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
}

/// Who takes part in a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// Webex.
    Webex,
    /// Another service.
    Service,
    /// The user's browser.
    Browser,
    /// An identity provider.
    IdentityProvider,
}

/// One that takes part in a sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Party {
    /// What it does.
    pub kind: PartyKind,
    /// Which service of Webex's, or which product, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name for people; of an unknown one its host.
    pub name: String,
}

/// What travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// An `AuthnRequest`.
    Request,
    /// A `Response` to one.
    Response,
    /// A `Response` that nobody asked for.
    Unasked,
    /// What the service answered to it.
    Answer,
}

/// One arrow of a sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Step {
    /// What travels.
    pub kind: StepKind,
    /// Index of the party that sends it.
    pub from: u32,
    /// Index of the party that it is for.
    pub to: u32,
    /// The same in few words, for a picture.
    pub label: String,
    /// The same as a sentence.
    pub text: String,
    /// Index of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<u32>,
    /// So many seconds after the step before it, where the capture says when both were sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// Whether the capture doesn't hold it.
    pub missing: bool,
}

/// Something that the capture doesn't hold of a sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Gap {
    /// What.
    pub kind: GapKind,
    /// What, in words.
    pub title: String,
    /// Why it is told.
    pub why: String,
    /// What to do.
    pub fix: String,
}

impl SignIn {
    /// The sign-in in these texts, without names of its own and without times; `message` tells where a message of it went.
    #[must_use]
    pub fn nameless(&self, texts: &Texts, message: impl Fn(u32) -> Option<u32>) -> Self {
        let party = |party: &Party| match party.is_named_by_itself() {
            true => Party {
                id: None,
                name: String::new(),
                ..party.clone()
            },
            false => party.clone(),
        };
        let step = |step: &Step| Step {
            message: step.message.and_then(&message),
            ..step.clone()
        };
        let told = Self {
            parties: self.parties.iter().map(party).collect(),
            steps: self.steps.iter().map(step).collect(),
            started_at: None,
            ended_at: None,
            ..self.clone()
        };
        told.said(texts)
    }

    /// With all words in these texts.
    fn said(mut self, texts: &Texts) -> Self {
        for party in &mut self.parties {
            if !party.is_named_by_itself() {
                party.name = party.called(texts);
            }
        }
        for step in &mut self.steps {
            let name = |index: u32| {
                let party = usize::try_from(index)
                    .ok()
                    .and_then(|at| self.parties.get(at));
                party.map_or(Arg::from(""), |party| {
                    if party.is_named_by_itself() {
                        Arg::input(&party.name)
                    } else {
                        Arg::Plain(party.name.clone())
                    }
                })
            };
            let mut args: Args = vec![("from", name(step.from)), ("to", name(step.to))];
            let code = self.code.filter(|_| !step.missing);
            args.extend(code.map(|code| ("code", code.into())));
            let sentence = match (step.kind, step.missing) {
                (StepKind::Answer, true) => &ANSWER_GONE,
                _ => step.kind.sentence(code),
            };
            step.text = texts.say(sentence, &args);
            step.label = match (step.kind, code) {
                (StepKind::Request, _) => texts.say(&LABEL_REQUEST, &[]),
                (StepKind::Response | StepKind::Unasked, _) => texts.say(&LABEL_RESPONSE, &[]),
                (StepKind::Answer, Some(_)) => texts.say(&LABEL_ANSWER, &args),
                (StepKind::Answer, None) => texts.say(&LABEL_OTHER, &args),
            };
        }
        for gap in &mut self.gaps {
            let words = gap.kind.words();
            gap.title = texts.title(words, &[]);
            gap.why = texts.why(words, &[]);
            gap.fix = texts.fix(words, &[]);
        }
        self
    }
}

impl Gap {
    /// Without its words.
    fn of(kind: GapKind) -> Self {
        Self {
            kind,
            title: String::new(),
            why: String::new(),
            fix: String::new(),
        }
    }
}

impl Step {
    /// Without its words.
    fn of(kind: StepKind, from: u32, to: u32) -> Self {
        Self {
            kind,
            from,
            to,
            label: String::new(),
            text: String::new(),
            message: None,
            seconds: None,
            missing: false,
        }
    }
}

impl Party {
    /// What it is called in every report.
    fn called(&self, texts: &Texts) -> String {
        let id = self.id.as_deref();
        match self.kind {
            PartyKind::Webex => id
                .and_then(ServiceProvider::from_id)
                .map_or_else(|| texts.say(&WEBEX, &[]), |sp| texts.say(&sp.name(), &[])),
            PartyKind::Browser => texts.say(&BROWSER, &[]),
            PartyKind::Service => texts.say(&OTHER_SERVICE, &[]),
            PartyKind::IdentityProvider => {
                product(id).map_or_else(|| texts.say(&IDENTITY_PROVIDER, &[]), str::to_owned)
            }
        }
    }

    /// Whether its name is of the input.
    fn is_named_by_itself(&self) -> bool {
        match self.kind {
            PartyKind::Webex | PartyKind::Browser => false,
            PartyKind::Service => self.id.is_some(),
            PartyKind::IdentityProvider => {
                self.id.is_some() && product(self.id.as_deref()).is_none()
            }
        }
    }
}

impl StepKind {
    fn sentence(self, code: Option<u8>) -> &'static Phrase {
        match (self, code) {
            (Self::Request, _) => &REQUEST,
            (Self::Response, _) => &RESPONSE,
            (Self::Unasked, _) => &UNASKED,
            (Self::Answer, Some(_)) => &ANSWER,
            (Self::Answer, None) => &ANSWER_OTHER,
        }
    }
}

/// Name of the product of this id.
fn product(id: Option<&str>) -> Option<&'static str> {
    let id = id?;
    let row = idps::ALL.iter().find(|idp| idp.id.as_str() == id)?;
    (!row.name.is_empty()).then_some(row.name)
}
