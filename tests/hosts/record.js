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
