// Keeps the whole site on the device, so that every page works without a connection. Made at build:
// the list of files and its hash are filled in. One version answers at a time: a new one is fetched
// whole, checked, and waits until the visitor takes it.
const VERSION = '%version%';
// Of the headers that hosts send: what was answered with others is not taken over.
const HEADERS = '%headers%';
// Path and the first half of the SHA-256 of each file.
const FILES = new Map(%files%);
const OURS = 'paypath-';
const NAME = OURS + VERSION;
const AT_ONCE = 6;
// How long nobody has to touch a page before keeping files goes on, in milliseconds.
const REST = 2_000;

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
// Where a cache keeps the list of what it holds.
const LIST = '/sw.js?list';

// Files that an older version holds unchanged, by hash.
const known = async () => {
  const found = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === NAME) continue;
    const cache = await caches.open(name);
    const list = await cache.match(LIST);
    const { headers, files } = list ? await list.json() : {};
    if (headers !== HEADERS) continue;
    for (const [path, hash] of files) found.set(hash, () => cache.match(path));
  }
  return found;
};

// The host has something else.
class Other extends Error {}

const LOST = '/404.html';
const get = async (path, hash, old) => {
  const kept = await old?.get(hash)?.();
  if (kept) return kept;
  // Past the browser's own cache: what is kept must be what the host has now. Some hosts send those who
  // ask for the page of what is missing to an address without its ending.
  const answer = await fetch(path, { cache: 'no-cache', redirect: path === LOST ? 'follow' : 'error' });
  const content = await answer.clone().arrayBuffer();
  const found = hex(await crypto.subtle.digest('SHA-256', content)).slice(0, hash.length);
  if (path !== LOST && !answer.ok || found !== hash) throw new Other(`${path} is not of this version`);
  return answer.redirected ? new Response(content, { headers: answer.headers }) : answer;
};

// Files that are not here, with their hashes.
const missing = async () => {
  const cache = await caches.open(NAME);
  const here = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  return [...FILES].filter(([path]) => !here.has(path));
};

// Until when somebody is using a page: files that nobody asked for come after that.
let used = 0;
const rest = async () => {
  for (let left = used - Date.now(); left > 0; left = used - Date.now()) {
    await new Promise((over) => setTimeout(over, left));
  }
};

const fetchAll = async () => {
  const cache = await caches.open(NAME);
  const old = await known();
  const left = await missing();
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      await rest();
      await cache.put(next[0], await get(...next, old));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await cache.put(LIST, Response.json({ headers: HEADERS, files: [...FILES] }));
};

// One at a time, however many pages ask.
let filling;
const fill = () => filling ??= fetchAll().finally(() => { filling = undefined; });

// A device without room keeps nothing; after a lost connection the next try goes on from here.
addEventListener('install', (event) => event.waitUntil(fill().catch(async (error) => {
  if (error.name === 'QuotaExceededError') await caches.delete(NAME);
  throw error;
})));

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(OURS) && name !== NAME) await caches.delete(name);
    }
    await clients.claim();
  })());
});

// The file that a path of ours leads to.
const file = (path) => [path, `${path}/`, path.replace(/index\.html$/, '')].find((one) => FILES.has(one));

const answer = async (request, path, page) => {
  const cache = await caches.open(NAME);
  const found = file(path);
  const kept = found && (await cache.match(found));
  if (kept) return kept;
  try {
    // A browser may have thrown single files away.
    const again = found && (await get(found, FILES.get(found)).catch((error) => {
      if (!(error instanceof Other)) throw error;
    }));
    if (again) {
      cache.put(found, again.clone()).catch(() => undefined);
      return again;
    }
    // The host has another version, which answers from now on: half of this one is of no use.
    if (found) await caches.delete(NAME);
    return await fetch(request);
  } catch (error) {
    const missing = page && (await cache.match(LOST));
    if (!missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
};

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname === '/sw.js') return;
  const page = request.mode === 'navigate';
  // A page without its slash: relative addresses on it would lead elsewhere.
  if (page && !FILES.has(url.pathname) && FILES.has(`${url.pathname}/`)) {
    event.respondWith(Response.redirect(`${url.pathname}/${url.search}`, 301));
    return;
  }
  event.respondWith(answer(request, url.pathname, page));
});

addEventListener('message', (event) => {
  if (event.data === 'take over') skipWaiting();
  if (event.data === 'make way') used = Date.now() + REST;
  // Whether every file is still here: a browser may throw some away.
  if (event.data === 'whole?') {
    event.waitUntil((async () => {
      const whole = !(await missing()).length || (await fill().then(() => true, () => false));
      event.source.postMessage({ whole });
    })());
  }
});
