// The element in the language and the colours of the portal, light and dark as its switch stands.
import React from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import { useColorMode } from "@docusaurus/theme-common";

export default function Error31() {
  const page = useBaseUrl("/error31/index.html");
  const { i18n } = useDocusaurusContext();
  const { colorMode } = useColorMode();
  return (
    <error-31 src={page} lang={i18n.currentLocale} theme={colorMode} accent="var(--ifm-color-primary)" font="inherit">
      <a href={page}>Open error31 as a page of its own.</a>
    </error-31>
  );
}
