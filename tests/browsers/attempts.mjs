// Every way in which a script can try to reach an address or to run a text; these functions run in the browser.

/** Tries all in a document; each goes to a path of its own. Gives the texts that ran. */
export async function inPage(address) {
  const ran = [];
  globalThis.ran = (what) => ran.push(what);
  const element = (tag, attributes) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    document.body.append(made);
    return made;
  };
  const frame = element("iframe", { name: "inner", hidden: "" });
  const attempts = {
    fetch: (url) => fetch(url, { mode: "no-cors" }),
    keepalive: (url) => fetch(url, { method: "POST", body: "x", mode: "no-cors", keepalive: true }),
    xhr: (url) => { const request = new XMLHttpRequest(); request.open("GET", url); request.send(); },
    websocket: (url) => new WebSocket(url.replace("http", "ws")),
    eventsource: (url) => new EventSource(url),
    beacon: (url) => navigator.sendBeacon(url, "x"),
    webtransport: (url) => new WebTransport(url.replace("http:", "https:")).ready,
    image: (url) => { new Image().src = url; },
    srcset: (url) => element("img", { srcset: `${url} 1x` }),
    css: (url) => { element("p", {}).style.backgroundImage = `url(${url})`; },
    cursor: (url) => { element("p", {}).style.listStyleImage = `url(${url})`; },
    font: (url) => new FontFace("x", `url(${url})`).load(),
    stylesheet: (url) => element("link", { rel: "stylesheet", href: url }),
    prefetch: (url) => element("link", { rel: "prefetch", href: url }),
    preload: (url) => element("link", { rel: "preload", as: "image", href: url }),
    modulepreload: (url) => element("link", { rel: "modulepreload", href: url }),
    icon: (url) => element("link", { rel: "icon", href: url }),
    manifest: (url) => element("link", { rel: "manifest", href: url }),
    audio: (url) => element("audio", { src: url, preload: "auto" }),
    video: (url) => element("video", { src: url, poster: `${url}-poster`, preload: "auto" }),
    iframe: (url) => element("iframe", { src: url }),
    inner: (url) => { frame.contentDocument.body.append(Object.assign(frame.contentDocument.createElement("img"), { src: url })); },
    innerfetch: (url) => frame.contentWindow.fetch(url, { mode: "no-cors" }),
    object: (url) => element("object", { data: url, type: "image/png" }),
    embed: (url) => element("embed", { src: url, type: "image/png" }),
    svg: (url) => {
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      image.setAttribute("href", url);
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.append(image);
      document.body.append(svg);
    },
    script: (url) => element("script", { src: url }),
    import: (url) => import(url),
    form: (url) => element("form", { action: url, method: "post", target: "inner" }).submit(),
    ping: (url) => element("a", { href: "#", ping: url }).click(),
    worker: (url) => new Worker(url),
    sharedworker: (url) => new SharedWorker(url),
    serviceworker: (url) => navigator.serviceWorker.register(url),
  };
  const texts = {
    eval: (text) => (0, eval)(text),
    function: (text) => new Function(text)(),
    timeout: (text) => setTimeout(text),
    inline: (text) => { const made = document.createElement("script"); made.append(text); document.body.append(made); },
    handler: (text) => element("p", { onclick: text }).click(),
    address: (text) => element("iframe", { src: `javascript:parent.${text}` }),
    markup: (text) => { element("p", {}).innerHTML = `<img src="data:," onerror="${text}">`; },
    blob: (text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" }))),
  };
  await new Promise((next) => setTimeout(next));
  const attempt = async (action, argument) => { try { await action(argument); } catch { /* refused */ } };
  for (const [name, action] of Object.entries(attempts)) void attempt(action, `${address}/${name}`);
  for (const [name, action] of Object.entries(texts)) void attempt(action, `ran('${name}')`);
  await new Promise((next) => setTimeout(next, 700));
  return ran;
}

/** Tries what a worker has; gives the texts that ran, and what is left of WebRTC. */
export async function inWorker(address) {
  const ran = [];
  globalThis.ran = (what) => ran.push(what);
  const attempts = {
    fetch: (url) => fetch(url, { mode: "no-cors" }),
    xhr: (url) => { const request = new XMLHttpRequest(); request.open("GET", url); request.send(); },
    websocket: (url) => new WebSocket(url.replace("http", "ws")),
    eventsource: (url) => new EventSource(url),
    webtransport: (url) => new WebTransport(url.replace("http:", "https:")).ready,
    font: (url) => new FontFace("x", `url(${url})`).load(),
    scripts: (url) => importScripts(url),
    import: (url) => import(url),
    worker: (url) => new Worker(url),
    eval: () => (0, eval)('ran("eval")'),
    function: () => new Function('ran("function")')(),
    timeout: () => setTimeout('ran("timeout")'),
  };
  await new Promise((next) => setTimeout(next));
  const attempt = async (action, argument) => { try { await action(argument); } catch { /* refused */ } };
  for (const [name, action] of Object.entries(attempts)) void attempt(action, `${address}/${name}`);
  await new Promise((next) => setTimeout(next, 500));
  return { ran, webrtc: Object.getOwnPropertyNames(globalThis).filter((name) => /RTC/.test(name)) };
}
