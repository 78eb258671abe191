// The site in one file: shows the page that the part of the address behind # names, starts its
// program, and answers from the archive whatever a program would fetch. Nothing leaves the file.
// What goes wrong is said in the words of the page that is shown: the start page's until another is.
let what = 'load';
const tell = () => {
  const sign = document.querySelector('#failed');
  for (const one of sign.children) one.hidden = one.dataset.when !== what;
  sign.onclick = ({ target }) => target.closest('button') && location.reload();
  sign.hidden = false;
};
addEventListener('error', tell);
addEventListener('unhandledrejection', tell);
const packed = Uint8Array.from(atob(document.querySelector('#archive').textContent), (letter) => letter.charCodeAt(0));
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
const files = await new Response(stream).json();
document.querySelector('#archive').remove();

// Texts as they are; everything else in base64.
const bytes = (path) => {
  const { text, base64 } = files[path];
  return text === undefined ? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(text);
};
const local = (path) => new URL(path, 'https://archive.invalid/').pathname;
globalThis.fetch = async (address) => {
  const path = local(address);
  return files[path] ? new Response(bytes(path)) : new Response(null, { status: 404 });
};
const start = async ({ js, wasm }) => {
  if (!globalThis.WebAssembly) {
    what = 'wasm';
    return tell();
  }
  const script = URL.createObjectURL(new Blob([files[js].text], { type: 'text/javascript' }));
  const { default: init } = await import(script);
  await init({ module_or_path: bytes(wasm) });
};

const behind = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
};
const wanted = behind() || '/';
const leads = (to) => [to, `${to}/`].find((one) => files[`${one}index.html`]);
const path = leads(wanted);
const page = new DOMParser().parseFromString(files[path ? `${path}index.html` : '/404.html'].text, 'text/html');
document.title = page.title;
// The edition has no frames for other pages.
for (const link of page.querySelectorAll('a[href^="/"]')) {
  const to = local(link.getAttribute('href'));
  if (!leads(to) && !files[to]) link.replaceWith(...link.childNodes);
}
// Programs ask for the page by this where the address cannot tell it.
document.documentElement.dataset.path = path ?? wanted;
document.body.replaceChildren(...page.body.childNodes);

// Programs write questions into the address: what is behind # stays. Files refuse, which is no loss.
for (const name of ['pushState', 'replaceState']) {
  const write = history[name].bind(history);
  history[name] = (state, title, address) => {
    try {
      write(state, title, `${address}#${path ?? wanted}`);
    } catch {}
  };
}
addEventListener('hashchange', () => location.reload());

const go = (href) => {
  const { pathname, search } = new URL(href, 'https://archive.invalid/');
  if (!files[`${pathname}index.html`] && files[pathname]) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes(pathname)]));
    link.download = pathname.split('/').pop();
    link.click();
    return;
  }
  const { href: there } = new URL(`${location.pathname}${search}#${pathname}`, location.href);
  if (there === location.href) location.reload();
  else location.href = there;
};
addEventListener('click', (event) => {
  const href = event.target.closest?.('a')?.getAttribute('href');
  if (!href || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (href.startsWith('#')) {
    event.preventDefault();
    const there = document.getElementById(href.slice(1));
    there?.scrollIntoView();
    there?.focus();
  } else if (href.startsWith('/')) {
    event.preventDefault();
    go(href);
  }
}, true);
addEventListener('submit', (event) => {
  event.preventDefault();
  const query = new URLSearchParams(new FormData(event.target));
  go(`${new URL(event.target.getAttribute('action') ?? path, 'https://archive.invalid/').pathname}?${query}`);
});

const scripts = [...page.head.querySelectorAll('script[data-wasm]')];
for (const script of scripts) {
  // Programs find their files by these tags.
  document.head.append(Object.assign(script.cloneNode(), { type: 'text/plain' }));
}
const [find, own] = [true, false].map((index) => scripts.find((script) => 'index' in script.dataset === index)?.dataset);
if (find) document.querySelector('#search')?.addEventListener('focusin', () => start(find), { once: true });
const field = find && document.querySelector('#search input');
if (field) field.value ||= new URLSearchParams(location.search).get('q') ?? '';
if (field?.value) start(find);
if (own) await start(own);
for (const script of page.head.querySelectorAll('script[src*="/questions-"]')) {
  await import(URL.createObjectURL(new Blob([files[script.getAttribute('src')].text], { type: 'text/javascript' })));
}
what = 'broken';
document.documentElement.dataset.opened = '';
