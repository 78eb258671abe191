// Says what only the widget may say, in its place but from another origin.
for (const id of ['p1', 'p2']) {
  for (const more of [{ type: 'height', height: 1999 }, { type: 'ready' }, { type: 'error', code: 'x', message: 'x' },
    { type: 'change', role: 'x', city: 'x', years: 1 }]) {
    parent.postMessage({ source: 'paypath', version: 1, id, ...more }, '*');
  }
}
parent.postMessage('hostile', '*');
