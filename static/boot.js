// Starts the app. A file of its own, because the content security policy allows no inline script.
// The prerender step puts the hashed names of the script and the Wasm on this script's tag.
const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const { default: init } = await import(js);
await init({ module_or_path: fetch(wasm) });
// For tests and styles: the page now answers.
document.documentElement.dataset.ready = '';
