// Light and dark as the palette switch of Material stands.
const follow = () => {
  const theme = document.body.dataset.mdColorScheme === "slate" ? "dark" : "light";
  for (const element of document.querySelectorAll("error-31")) element.setAttribute("theme", theme);
};
new MutationObserver(follow).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
document$.subscribe(follow);
