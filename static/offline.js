// Puts the site on the device once somebody stays on it, says when all of it is there, and asks
// before a new version takes over. Without service workers or storage nothing is shown. It also says
// when the script that starts the page's program is what did not arrive.
const sign = document.querySelector('#site-offline');
const worker = navigator.serviceWorker;

const show = (name) => {
  sign.querySelectorAll('[data-when]').forEach((one) => { one.hidden = one.dataset.when !== name; });
  sign.hidden = false;
};

const watch = (registration) => {
  const waits = () => {
    if (!registration.waiting || !worker.controller) return;
    show('new');
    sign.querySelector('button').onclick = () => registration.waiting?.postMessage('take over');
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', waits);
  });
  waits();
};

// Keeping files waits while somebody types or presses: on a slow device answers would come late.
const makeWay = (registration) => {
  let told = 0;
  const tell = () => {
    if (!registration.installing || Date.now() - told < 1_000) return;
    told = Date.now();
    registration.installing.postMessage('make way');
  };
  for (const event of ['keydown', 'input', 'pointerdown']) addEventListener(event, tell, { capture: true, passive: true });
};

const start = async () => {
  const rules = { createScriptURL: (url) => url };
  globalThis.paypath ??= globalThis.trustedTypes?.createPolicy('paypath', rules) ?? rules;
  let had = Boolean(worker.controller);
  let again;
  worker.addEventListener('message', ({ data }) => {
    clearTimeout(again);
    if (!sign.querySelector('[data-when=new]').hidden) return;
    if (data?.whole) show('ready');
    else sign.hidden = true;
  });
  // WebKit loses messages to a worker that has just begun.
  const ask = async (tries = 20) => {
    const { active } = await worker.ready;
    clearTimeout(again);
    if (tries) again = setTimeout(ask, 5_000, tries - 1);
    active.postMessage('whole?');
  };
  worker.addEventListener('controllerchange', () => {
    // The first version takes over quietly; a later one was asked for.
    if (had) location.reload();
    had = true;
    ask();
  });
  const registration = await worker.register(paypath.createScriptURL('/sw.js'), { updateViaCache: 'none' });
  watch(registration);
  makeWay(registration);
  await ask();
  // Who comes back to a page that stood open: is everything still here, and is there something new?
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    ask();
    registration.update().catch(() => undefined);
  });
};

const saving = navigator.connection?.saveData;
if (sign && worker && !saving) {
  // Somebody who has been here before has it; a newcomer gets it after a while, so that it does not
  // compete with the page.
  const wait = worker.controller ? 0 : 10_000;
  setTimeout(() => start().catch(() => undefined), wait);
}

const failed = document.querySelector('#failed');
addEventListener('load', () => {
  if (failed.onclick || !document.querySelector('script[data-wasm]:not([data-index])')) return;
  for (const one of failed.children) one.hidden = one.dataset.when !== 'load';
  failed.hidden = false;
  failed.onclick = async ({ target }) => {
    if (!target.closest('button')) return;
    // Some browsers keep what came broken.
    const all = [...document.querySelectorAll('script[src], link[rel=stylesheet]')];
    await Promise.allSettled(all.map((one) => fetch(one.src ?? one.href, { cache: 'reload' })));
    location.reload();
  };
});
