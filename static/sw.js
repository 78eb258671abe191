// Keeps the whole site on the device, so that every page works without a connection. Made at build:
// the list of files and its hash are filled in. One version answers at a time: a new one is fetched
// whole, checked, and waits until the visitor takes it.
const VERSION = '%version%';
// Path and the first half of the SHA-256 of each file.
const FILES = new Map(%files%);
const OURS = 'paypath-';
const NAME = OURS + VERSION;
const AT_ONCE = 6;

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
    for (const [path, hash] of list ? await list.json() : []) found.set(hash, () => cache.match(path));
  }
  return found;
};

const get = async (path, hash, old) => {
  const kept = await old.get(hash)?.();
  if (kept) return kept;
  // Past the browser's own cache: what is kept must be what the host has now.
  const answer = await fetch(path, { cache: 'no-cache', redirect: 'error' });
  const content = await answer.clone().arrayBuffer();
  const found = hex(await crypto.subtle.digest('SHA-256', content)).slice(0, hash.length);
  if (path !== '/404.html' && !answer.ok || found !== hash) throw new Error(`${path} is not of this version`);
  return answer;
};

const fill = async () => {
  const cache = await caches.open(NAME);
  const old = await known();
  const here = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  const left = [...FILES].filter(([path]) => !here.has(path));
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      await cache.put(next[0], await get(...next, old));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await cache.put(LIST, Response.json([...FILES]));
};

addEventListener('install', (event) => event.waitUntil(fill()));

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(OURS) && name !== NAME) await caches.delete(name);
    }
    await clients.claim();
  })());
});

// The file that a path of ours leads to.
const file = (path) => {
  if (FILES.has(path)) return path;
  return FILES.has(`${path}/`) ? `${path}/` : undefined;
};

const answer = async (request, path, page) => {
  const cache = await caches.open(NAME);
  const found = file(path);
  // A browser may have thrown single files away.
  const kept = found && (await cache.match(found));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const missing = page && (await cache.match('/404.html'));
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
  // Whether every file is still here: a browser may throw some away.
  if (event.data === 'whole?') {
    event.waitUntil((async () => {
      const cache = await caches.open(NAME);
      const here = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
      const missing = [...FILES.keys()].filter((path) => !here.has(path)).length;
      if (missing) await fill().catch(() => undefined);
      event.source.postMessage({ whole: !missing, files: FILES.size, version: VERSION });
    })());
  }
});
