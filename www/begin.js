// Before anything else, in JavaScript of any age: the heading in the reader's language, and light or dark.
(function () {
  var begin = document.getElementById("begin");
  var root = document.documentElement;
  var asked = {};
  var kept = {};
  var best;
  var most = 0;
  location.search.slice(1).split("&").forEach(function (pair) {
    asked[pair.split("=")[0]] = pair.split("=")[1] || "";
  });
  try {
    if (!("embed" in asked)) kept = { lang: localStorage.getItem("error31-language"), theme: localStorage.getItem("error31-theme") };
  } catch (refused) {
    kept = {};
  }
  function fits(tag, taken) {
    var parts = tag.toLowerCase().split(/[-_]/);
    return taken.split("-").every(function (part, i) { return i ? parts.indexOf(part) > 0 : parts[0] === part; }) ? taken.split("-").length : 0;
  }
  [asked.lang, kept.lang].concat(navigator.languages || []).some(function (tag) {
    [].forEach.call(tag && begin ? begin.children : [], function (row) {
      row.getAttribute("data-takes").split(" ").forEach(function (taken) {
        var length = fits(tag, taken);
        if (length > most) {
          most = length;
          best = row;
        }
      });
    });
    return best;
  });
  if (best) {
    root.lang = best.lang;
    begin.insertBefore(best, begin.firstChild);
  }
  var theme = "theme" in asked ? asked.theme : kept.theme;
  if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
})();
