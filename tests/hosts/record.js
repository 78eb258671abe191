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
// A message that nobody sent, as if from the first widget; false in Firefox, which makes none with a
// frame of another origin as its source.
window.forge = (data, origin) => {
  const source = document.querySelector('#one iframe').contentWindow;
  let message;
  try {
    message = new MessageEvent('message', { data, source, origin });
  } catch {
    return false;
  }
  dispatchEvent(message);
  return true;
};
