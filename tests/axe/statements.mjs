// The statements of a result, and whether each leads to the page that it rests on.

/** To be evaluated in a page: where each statement of the open result stands, and whether a page stands with it. */
export const statements = () => [...document.querySelectorAll("#verdict:not(.hero), .cause, .finding, .check .way, div.answer, #recipe")]
  .filter((one) => document.querySelector(".cause") && !one.closest("[hidden]"))
  .map((one) => ({
    where: `${one.closest("[id]").id}: ${one.textContent.trim().slice(0, 60)}`,
    hasSource: [...one.querySelectorAll("a[href^='http']")].some((link) => !link.closest(".steps")),
  }));

/** Where those stand that lead nowhere. */
export const withoutSource = (stated) => stated.filter(({ hasSource }) => !hasSource).map(({ where }) => where);
