//! Every English text of the crate, for translators and tests. A module's list that is not here is dead code.

use crate::text::{self, Phrase, Text};
use crate::webex::causes::{CHECKS, Cause, IF_IT_STAYS, SIGNS, WHICH_CONSOLE};
use crate::webex::{ServiceProvider, attributes, codes, idps, service_providers, statuses};
use crate::{
    accounts, compare, decode, diagnosis, overview, redact, remedy, report, rules, sign_ins,
    ticket, xml,
};

/// The texts that stand in modules, then those of the rows of tables. A row's text can be there several times.
pub fn texts() -> Vec<Text> {
    let modules = [
        text::TEXTS,
        text::DATES,
        decode::TEXTS,
        xml::TEXTS,
        accounts::TEXTS,
        sign_ins::TEXTS,
        redact::TEXTS,
        rules::TEXTS,
        remedy::TEXTS,
        codes::TEXTS,
        idps::TEXTS,
        attributes::TEXTS,
        service_providers::TEXTS,
    ];
    let several = diagnosis::TEXTS.into_iter().chain(report::TEXTS);
    let several = several.chain(compare::ALL_TEXTS).chain(overview::ALL_TEXTS);
    let several = several.chain(ticket::TEXTS);
    let rules = rules::all().map(|rule| rule.texts);
    let own = modules.into_iter().chain(several).chain(rules).flatten();
    own.copied().chain(rows().map(Text::Phrase)).collect()
}

fn rows() -> impl Iterator<Item = Phrase> {
    let checks = CHECKS.iter().flat_map(|check| {
        let ways = check.ways.iter().map(|way| way.steps);
        ways.chain([check.title, check.action, check.who])
    });
    let fields = ServiceProvider::ALL
        .into_iter()
        .flat_map(|sp| sp.attributes().map(|row| row.label));
    checks
        .chain(fields)
        .chain(codes::ALL.iter().flat_map(codes::Code::texts))
        .chain(Cause::ALL.map(Cause::title))
        .chain(
            Cause::ALL
                .into_iter()
                .flat_map(|cause| [cause.note().place, cause.note().text]),
        )
        .chain([IF_IT_STAYS, WHICH_CONSOLE])
        .chain(SIGNS.iter().map(|sign| sign.text))
        .chain(ServiceProvider::ALL.map(ServiceProvider::name))
        .chain(statuses::texts())
}
