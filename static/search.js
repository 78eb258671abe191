// Starts the site's search when somebody is about to use it: in its field, or with the key "/".
const { js, jsSum, wasm, wasmSum } = document.querySelector('script[data-index]').dataset;
const field = () => document.querySelector('#search input');
globalThis.paypath ??= globalThis.trustedTypes?.createPolicy('paypath', { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url };
// As in boot.js: checked by a tag, then imported.
const script = () => new Promise((loaded, wrong) => {
  document.head.append(Object.assign(document.createElement('script'), {
    type: 'module', src: paypath.createScriptURL(js), integrity: jsSum,
    onload: loaded, onerror: () => wrong(new Error(`${js} did not load`)),
  }));
});
const failed = () => { document.querySelector('#search [role=status]').hidden = false; };
let started;
const start = () => {
  if (started) return;
  if (!globalThis.WebAssembly) {
    failed();
    return;
  }
  const program = fetch(wasm, { integrity: wasmSum });
  program.catch(() => undefined);
  started = script().then(() => import(js)).then(({ default: init }) => init({ module_or_path: program }));
  // Without it the field still leads to the page of everything; the next touch tries again.
  started.catch(() => {
    started = undefined;
    failed();
  });
};
document.querySelector('#search').addEventListener('focusin', start);
addEventListener('keydown', (event) => {
  const writing = event.target.closest('input, select, textarea');
  if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field().focus();
});
// A question in the address of the page of everything.
field().value ||= new URLSearchParams(location.search).get('q') ?? '';
if (field().value) start();
