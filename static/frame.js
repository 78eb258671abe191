// The widget's frame: its look, its height, and what it tells the page around it. Runs before the
// first drawing, so that no colour flickers; starts the program when somebody touches the widget, or
// when what is asked is not what is drawn. What a reader types never leaves in a message: only role,
// city and years of the question that is answered do.
(() => {
  const root = document.documentElement;
  const { js, jsSum, wasm, wasmSum, drawn } = document.currentScript.dataset;
  const shown = new URLSearchParams(drawn);
  const asked = new URLSearchParams(location.search);
  const QUESTION = ['role', 'city', 'years'];
  const KEYS = [...QUESTION, 'versus', 'theme', 'accent', 'compact', 'heading', 'lock'];
  // `childId` is pym's name for it.
  const id = [asked.get('id'), asked.get('childId')].find((one) => /^[\w-]{1,64}$/.test(one ?? '')) ?? '';
  if (!asked.has('role')) asked.set('role', shown.get('role'));

  const set = (name, value) => {
    if (value === null) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, value);
  };
  // Relative luminance as WCAG 2.2 defines it.
  const luminance = (color) =>
    color.reduce((sum, part, at) => {
      const share = part / 255;
      const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      return sum + linear * [0.2126, 0.7152, 0.0722][at];
    }, 0);
  // The colour nearest to the one asked for on the way to black or white that can be read: 4.5 to 1
  // on paper, and as paper for the letters on it.
  const readable = (color, end, fits) => {
    let near = color;
    for (let step = 1; step <= 50 && !fits(luminance(near)); step++) {
      near = color.map((part) => Math.round(part + ((end - part) * step) / 50));
    }
    return `rgb(${near})`;
  };
  const accent = () => {
    const found = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(asked.get('accent') ?? '');
    set('accent', found && '');
    root.style.removeProperty('--own');
    if (!found) return;
    const color = found[1].match(found[1].length === 3 ? /./g : /../g).map((part) => parseInt(part.padStart(2, part), 16));
    const [light, dark] = [readable(color, 0, (l) => l <= 0.16), readable(color, 255, (l) => l >= 0.28)];
    root.style.setProperty('--own', `light-dark(${light}, ${dark})`);
  };
  const apply = () => {
    const theme = asked.get('theme');
    set('theme', ['light', 'dark'].includes(theme) ? theme : null);
    set('compact', ['', '1', 'true'].includes(asked.get('compact')) ? '' : null);
    set('lock', (asked.get('lock') ?? '').split(',').filter((name) => ['role', 'city'].includes(name)).join(' ') || null);
    set('query', asked.toString());
    accent();
  };
  apply();

  const framed = parent !== window;
  const post = (message) => framed && parent.postMessage(message, '*');
  const say = (type, more) => post({ source: 'paypath', version: 1, id, type, ...more });

  // Before all stylesheets are here, a height is nobody's.
  const loaded = new Promise((done) => addEventListener('load', done));
  let height = 0;
  const measure = () => {
    if (document.readyState !== 'complete') return;
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (!now || now === height) return;
    height = now;
    say('height', { height });
    post({ sentinel: 'amp', type: 'embed-size', height });
    post(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
    post(`pymxPYMx${id}xPYMxheightxPYMx${height}`);
  };

  // The link to the full page carries the question that is asked. It is answered once its pay is
  // here.
  const question = () => new URLSearchParams(document.querySelector('#whole').search);
  const unpaid = () => document.querySelector('.answer [role=alert]');
  const answered = () => !unpaid() && !document.querySelector('.answer .coming');
  let told = drawn;
  let missed = false;
  const changed = () => {
    // Browsers draw no frame that is far away, and then no size is observed either.
    measure();
    if (unpaid() && !missed) say('error', { code: 'pay', message: 'The pay of the place asked for did not load.' });
    missed = Boolean(unpaid());
    if (!answered()) return;
    const now = question();
    if (now.toString() === told) return;
    told = now.toString();
    say('change', { role: now.get('role'), city: now.get('city'), years: Number(now.get('years')) });
  };
  const settled = () => {
    measure();
    // Whatever the page around asked that cannot be answered; in words only within the frame.
    const wrong = document.querySelector('.error:not(:empty, [role=alert])');
    if (wrong) say('error', { code: 'question', message: 'A parameter of the widget cannot be read.' });
  };

  // The program marks the page when it has drawn, which may wait for pay.
  const drawing = new Promise((drawn) => {
    new MutationObserver(drawn).observe(root, { attributeFilter: ['data-ready'] });
  });
  // What is drawn stays; its link leads to what was asked.
  const failed = () => {
    set('failed', '');
    document.querySelector('#failed').hidden = false;
    const wished = [...QUESTION, 'level', 'education'].filter((key) => asked.get(key));
    document.querySelector('#whole').search = new URLSearchParams(wished.map((key) => [key, asked.get(key)]));
    measure();
  };
  // Whatever was thrown on the way through the program leaves it unfit to go on.
  addEventListener('error', ({ error }) => /\.wasm/.test(error?.stack) && failed());
  let started;
  const start = () => {
    // Whole: a frame without an origin of its own has nothing that a path could begin at.
    if (started) return started;
    const href = new URL(js, location.href).href;
    // As in boot.js: checked by a tag, then imported.
    const scripts = globalThis.trustedTypes?.createPolicy('paypath', { createScriptURL: (url) => url });
    const script = new Promise((loaded, wrong) => {
      document.head.append(Object.assign(document.createElement('script'), {
        type: 'module', src: scripts?.createScriptURL(href) ?? href, integrity: jsSum, crossOrigin: '',
        onload: loaded, onerror: () => wrong(new Error(`${href} did not load`)),
      }));
    });
    const program = fetch(wasm, { integrity: wasmSum });
    program.catch(() => undefined);
    started = script
      .then(() => import(href))
      .then(({ default: init }) => init({ module_or_path: program }))
      .then(() => drawing)
      .then(() => {
        if (answered()) told = question().toString();
        new MutationObserver(changed).observe(document.querySelector('#app'), {
          subtree: true, childList: true, attributes: true, attributeFilter: ['href'],
        });
        changed();
      })
      .catch((error) => {
        failed();
        say('error', { code: 'program', message: 'The program of the widget did not load.' });
        throw error;
      });
    return started;
  };
  const needed = () =>
    QUESTION.some((key) => asked.has(key) && asked.get(key) !== shown.get(key)) ||
    ['level', 'education', 'versus'].some((key) => asked.get(key)) ||
    ['3', '4'].includes(asked.get('heading'));

  // Asked anew: the page's wishes over the question as the reader left it. Many wishes are one.
  let wishes = new Map();
  let waiting;
  const renew = () => {
    waiting = undefined;
    // Before the program has drawn, the link is that of another question.
    if (root.hasAttribute('data-ready')) {
      const now = question();
      for (const key of QUESTION) asked.set(key, now.get(key));
    }
    const before = asked.toString();
    for (const [key, value] of wishes) value ? asked.set(key, value) : asked.delete(key);
    wishes = new Map();
    if (!asked.has('role')) asked.set('role', shown.get('role'));
    apply();
    if (root.hasAttribute('data-failed')) failed();
    const look = ['theme', 'accent', 'compact', 'lock'];
    const other = [...new URLSearchParams(before), ...asked].some(([key]) =>
      !look.includes(key) && new URLSearchParams(before).get(key) !== asked.get(key));
    if (started || (other && needed())) {
      start().then(() => {
        if (other) dispatchEvent(new Event('paypath'));
        setTimeout(settled, 50);
      });
    }
  };
  let again;
  const heard = ({ source, data }) => {
    if (!framed || source !== parent) return;
    if (typeof data === 'string' && data.startsWith('pymxPYMx')) {
      again ??= setTimeout(() => {
        again = undefined;
        height = 0;
        measure();
      }, 30);
    }
    if (data?.source !== 'paypath' || data.version !== 1 || data.id !== id || data.type !== 'config') return;
    for (const key of KEYS) {
      const value = data.config?.[key];
      if (typeof value === 'string' && value.length <= 200) wishes.set(key, value);
    }
    waiting ??= setTimeout(renew, 30);
  };

  addEventListener('message', heard);
  addEventListener('DOMContentLoaded', () => {
    const app = document.querySelector('#app');
    for (const event of ['pointerover', 'touchstart', 'focusin']) {
      app.addEventListener(event, start, { once: true, passive: true });
    }
    const right = needed() ? start() : undefined;
    loaded.then(() => {
      new ResizeObserver(measure).observe(document.body);
      measure();
      return right;
    }).then(() => {
      if (right) setTimeout(settled, 50);
      say('ready');
    });
  });
})();
