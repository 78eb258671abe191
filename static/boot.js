// Starts a page's program. A file of its own, because the content security policy allows no inline
// script. The prerender step puts the hashed names of the script and the Wasm on this script's tag.
const { js, wasm, wait } = document.querySelector('script[data-wasm]:not([data-index])').dataset;
if (wait !== undefined && !location.search) {
  // The page is whole without its program: fetch it when somebody is about to use it.
  const app = document.querySelector('#app');
  await new Promise((touched) => {
    for (const event of ['pointerover', 'touchstart', 'focusin']) {
      app.addEventListener(event, touched, { once: true, passive: true });
    }
  });
}
const { default: init } = await import(js);
await init({ module_or_path: fetch(wasm) });
