// `static/error31/` holds index.html and error31-embed.js, as released.
export default {
  title: "IT help",
  url: "https://help.example",
  baseUrl: "/",
  favicon: "data:,",
  onBrokenLinks: "throw",
  i18n: { defaultLocale: "en", locales: ["en"] },
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, theme: { customCss: "./src/css/portal.css" } }]],
  themeConfig: { navbar: { title: "IT help" } },
  scripts: [{ src: "/error31/error31-embed.js", async: true }],
};
