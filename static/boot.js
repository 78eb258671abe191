// Starts a page's program, and says so where it does not start or breaks. A file of its own, because
// the content security policy allows no inline script. The prerender step puts the names of the
// script and the Wasm, and what they must add up to, on this script's tag.
const { js, jsSum, wasm, wasmSum, wait } = document.querySelector('script[data-wasm]:not([data-index])').dataset;
const sign = document.querySelector('#failed');
sign.onclick = async ({ target }) => {
  if (!target.closest('button')) return;
  // Some browsers keep what came broken.
  await Promise.allSettled([js, wasm].map((one) => fetch(one, { cache: 'reload' })));
  location.reload();
};
const tell = (what) => {
  for (const one of sign.children) one.hidden = one.dataset.when !== what;
  sign.hidden = false;
};
// The policy's name stands in the content security policy, which says where scripts may come from.
const rules = { createScriptURL: (url) => url };
globalThis.paypath ??= globalThis.trustedTypes?.createPolicy('paypath', rules) ?? rules;
// A tag can carry what a script must add up to, an import cannot; it gets what the tag has loaded.
const script = () => new Promise((loaded, wrong) => {
  document.head.append(Object.assign(document.createElement('script'), {
    type: 'module', src: paypath.createScriptURL(js), integrity: jsSum ?? '',
    onload: loaded, onerror: () => wrong(new Error(`${js} did not load`)),
  }));
});
// Whatever was thrown on the way through the program leaves it unfit to go on.
const broken = (error) => /\.wasm/.test(error?.stack);
addEventListener('error', ({ error }) => broken(error) && tell('broken'));
addEventListener('unhandledrejection', ({ reason }) => broken(reason) && tell('broken'));
const app = document.querySelector('#app');
// A button pressed while the program is on its way is pressed again once it answers.
let pressed;
app.onclick = ({ target }) => { pressed = target.closest('button')?.textContent; };
// A press that has begun ends on what it began on, and not on what is drawn in its place.
let press;
app.addEventListener('pointerdown', () => {
  press = new Promise((over) => {
    for (const end of ['click', 'pointercancel']) addEventListener(end, () => setTimeout(over), { once: true });
    addEventListener('pointerup', () => setTimeout(over, 300), { once: true });
  });
}, { capture: true });
// What was typed, chosen or ticked meanwhile is done again where the program does not know of it.
const fields = app.querySelectorAll('input, select');
const again = (old) => {
  const now = document.getElementById(old.id);
  if (!now || now === old) return;
  if (old.type === 'checkbox') {
    if (old.checked !== old.defaultChecked && now.checked === old.defaultChecked) now.click();
    return;
  }
  const first = [...old.options ?? []].find((one) => one.defaultSelected) ?? old.options?.[0];
  const before = first ? first.value : old.defaultValue;
  if (old.value === before || now.value !== before) return;
  if (old.files) now.files = old.files;
  else now.value = old.value;
  for (const event of ['input', 'change']) now.dispatchEvent(new Event(event, { bubbles: true }));
};
new MutationObserver((_, watch) => {
  watch.disconnect();
  fields.forEach(again);
  const one = [...app.querySelectorAll('button')].find((one) => one.textContent === pressed);
  one?.focus();
  one?.click();
}).observe(document.documentElement, { attributeFilter: ['data-ready'] });
// What a page keeps on the device stands in no file of it.
const kept = () => { try { return localStorage.getItem(wait) !== null; } catch { return false; } };
if (wait !== undefined && !location.search && !kept()) {
  // The page is whole without its program: fetch it when somebody is about to use it.
  await new Promise((touched) => {
    for (const event of ['pointerover', 'touchstart', 'focusin']) {
      app.addEventListener(event, touched, { once: true });
    }
  });
}
if (globalThis.WebAssembly) {
  try {
    // Both at once: one round trip less.
    const program = fetch(wasm, { integrity: wasmSum });
    program.catch(() => undefined);
    await script();
    const { default: init } = await import(js);
    // A list that stands open would be closed. Whoever leaves it is nowhere until the event is over.
    const list = document.activeElement;
    if (list?.selectedOptions?.[0]?.defaultSelected) {
      await new Promise((done) => { list.onchange = list.onblur = () => setTimeout(done); });
    }
    await press;
    await init({ module_or_path: program });
  } catch (error) {
    // A browser may have WebAssembly and refuse to compile.
    const refused = ['CompileError', 'EvalError'].includes(error?.name);
    tell(refused ? 'wasm' : broken(error) ? 'broken' : 'load');
    throw error;
  }
} else tell('wasm');
