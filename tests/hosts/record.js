// Keeps what a page hears: messages as they come, and the widgets' events.
window.heard = [];
window.from = [];
window.events = [];
addEventListener('message', (event) => {
  heard.push(event.data);
  from.push(event.source);
});
for (const type of ['ready', 'height', 'change', 'error']) {
  document.addEventListener(`paypath:${type}`, (event) => events.push([type, event.target.id, event.detail]));
}
// A message that nobody sent. Made here, because in Firefox a test's own scripts may not name a frame
// of another origin as its source.
window.forge = (data, source, origin) =>
  dispatchEvent(new MessageEvent('message', { data, source, origin }));
