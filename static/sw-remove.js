// Takes the place of a service worker that is no longer wanted: empties its caches and goes.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('paypath-')) await caches.delete(name);
    }
    await registration.unregister();
    for (const client of await clients.matchAll({ type: 'window' })) client.navigate(client.url);
  })());
});
