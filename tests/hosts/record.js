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
// A message that nobody sent, as if from the first widget. Made here, because in Firefox a test's own
// scripts may not name a frame of another origin as a source.
window.forge = (data, origin) => {
  const source = document.querySelector('#one iframe').contentWindow;
  dispatchEvent(new MessageEvent('message', { data, source, origin }));
};
