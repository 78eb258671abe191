// Paypath on other pages: <div class="paypath" data-role data-city data-years …> and
// <paypath-calculator role-id city years …>. No dependency, one global: Paypath. Types: embed.d.ts.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
  if (window.Paypath || !script) return;
  const origin = new URL(script.src, location.href).origin;
  const KEYS = ['role', 'city', 'years', 'versus', 'theme', 'accent', 'compact', 'heading', 'lock'];
  const TAG = 'paypath-calculator';
  const widgets = new Map();
  let count = 0;

  const given = (el, key) =>
    el.localName === TAG ? el.getAttribute(key === 'role' ? 'role-id' : key) : (el.dataset[key] ?? null);
  const clean = (config) => {
    const out = {};
    for (const key of KEYS) {
      const value = config?.[key];
      if (value === true) out[key] = '1';
      else if (value === false || value === null) out[key] = '';
      else if (['string', 'number'].includes(typeof value)) out[key] = String(value).slice(0, 200);
    }
    return out;
  };
  const read = (el) => {
    const config = {};
    for (const key of KEYS) {
      const value = given(el, key);
      if (value !== null) config[key] = key === 'compact' ? value || '1' : value;
    }
    return clean(config);
  };
  const emit = (el, type, detail) =>
    el.dispatchEvent(new CustomEvent(`paypath:${type}`, { detail, bubbles: true }));
  // The page's own content beside a frame that answers something else, in place of one that is none.
  // Its window stays: it may come yet.
  const fail = (w, code, message) => {
    if (!w.failed && !w.ready) w.el.append(...w.own);
    if (code === 'load') w.frame.style.display = 'none';
    w.failed = true;
    emit(w.el, 'error', { code, message });
  };
  const came = (w) => {
    if (w.failed) for (const node of w.own) node.remove();
    w.failed = false;
    w.frame.style.display = 'block';
  };

  const entitle = ({ el, id, config, frame }) => {
    const role = config.role?.replaceAll('-', ' ') || 'machine-learning';
    frame.title = given(el, 'title') || `Paypath: ${role} pay, ${count > 1 ? id.slice(1) : 'estimate'}`;
  };
  const load = (w) => {
    const { el, config } = w;
    const role = /^[a-z0-9-]+$/.test(config.role ?? '') ? `${config.role}/` : '';
    const query = new URLSearchParams({ id: w.id });
    for (const [key, value] of Object.entries(config)) {
      if (value && !(key === 'role' && role)) query.set(key, value);
    }
    w.own = [...el.childNodes];
    const frame = (w.frame = document.createElement('iframe'));
    frame.src = `${origin}/embed/${role}?${query}`;
    entitle(w);
    frame.referrerPolicy = 'no-referrer';
    w.origin = origin;
    if (given(el, 'sandbox') !== null) {
      w.origin = 'null';
      frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    }
    Object.assign(frame.style, { border: '0', display: 'block', width: '100%', height: '900px' });
    // The frame speaks before it has loaded, if it is ours at all.
    frame.onload = () => setTimeout(() => w.heard || fail(w, 'load', 'The widget did not load.'), 2000);
    el.replaceChildren(frame);
  };
  const send = (w) => {
    const config = w.wishes;
    if (!w.ready || !config) return;
    w.wishes = undefined;
    const message = { source: 'paypath', version: 1, type: 'config', id: w.id, config };
    w.frame.contentWindow?.postMessage(message, w.origin === 'null' ? '*' : origin);
  };
  // Wishes outlive a widget that is taken away and put elsewhere.
  const wished = new WeakMap();
  const configure = (el, config) => {
    const wanted = clean(config);
    wished.set(el, { ...wished.get(el), ...wanted });
    const w = widgets.get(el);
    if (!w) return;
    Object.assign(w.config, wanted);
    if (!w.frame) return;
    entitle(w);
    w.wishes = { ...w.wishes, ...wanted };
    send(w);
  };

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const w = widgets.get(target);
      if (!isIntersecting || !w) continue;
      near.unobserve(target);
      load(w);
    }
  }, { rootMargin: '400px 0px' });
  const mount = (el) => {
    if (widgets.has(el)) return;
    const w = { el, id: `p${++count}`, config: { ...read(el), ...wished.get(el) } };
    widgets.set(el, w);
    if (el.localName !== TAG) el.setConfig = (config) => configure(el, config);
    else if (getComputedStyle(el).display === 'inline') el.style.display = 'block';
    near.observe(el);
  };
  const unmount = (el) => {
    const w = widgets.get(el);
    if (!w) return;
    widgets.delete(el);
    near.unobserve(el);
    if (w.frame) el.replaceChildren(...w.own);
    if (el.localName !== TAG) delete el.setConfig;
  };

  const name = (value) => typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value);
  const HEARD = {
    ready: (w) => {
      came(w);
      // A frame that was moved has loaded anew, as it was at first.
      if (w.ready) w.wishes = { ...w.config };
      w.ready = true;
      send(w);
      return {};
    },
    height: (w, { height }) => {
      if (typeof height !== 'number' || !Number.isFinite(height)) return;
      const fit = Math.min(2000, Math.max(200, Math.ceil(height)));
      if (fit === w.height) return;
      w.height = fit;
      w.frame.style.height = `${fit}px`;
      return { height: fit };
    },
    change: (w, { role, city, years }) =>
      name(role) && name(city) && Number.isInteger(years) && years >= 0 && years <= 50 && { role, city, years },
    error: (w, { code, message }) => {
      if (!name(code) || typeof message !== 'string') return;
      if (code === 'program') fail(w, code, message.slice(0, 200));
      else return { code, message: message.slice(0, 200) };
    },
  };
  addEventListener('message', (event) => {
    if (!event.isTrusted || !event.source) return;
    for (const w of widgets.values()) {
      if (event.source !== w.frame?.contentWindow || event.origin !== w.origin) continue;
      const data = event.data;
      if (data?.source !== 'paypath' || data.version !== 1 || data.id !== w.id) return;
      if (!Object.hasOwn(HEARD, data.type)) return;
      w.heard = true;
      const detail = HEARD[data.type](w, data);
      if (detail) emit(w.el, data.type, detail);
    }
  });

  class Calculator extends HTMLElement {
    static observedAttributes = KEYS.map((key) => (key === 'role' ? 'role-id' : key));
    connectedCallback() { mount(this); }
    disconnectedCallback() { unmount(this); }
    attributeChangedCallback(attribute, before, value) {
      const key = attribute === 'role-id' ? 'role' : attribute;
      if (before !== value) configure(this, { [key]: key === 'compact' && value === '' ? '1' : value });
    }
    setConfig(config) { configure(this, config); }
  }
  if (!customElements.get(TAG)) customElements.define(TAG, Calculator);

  const marked = document.getElementsByClassName('paypath');
  const scan = () => {
    for (const el of [...widgets.keys()]) if (!el.isConnected) unmount(el);
    for (const el of marked) if (el.localName === 'div') mount(el);
  };
  window.Paypath = Object.freeze({ version: 1, scan });
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  scan();
})();
