// Filters the questions of a page as you type. The page is whole without it: only then is the
// field shown. What was asked is kept in the address.
const form = document.querySelector('#ask');
const field = form.querySelector('input');
const said = form.querySelector('[role=status]');
const plain = (text) => {
  const letters = text.normalize('NFKD').replace(/\p{M}|['’]/gu, '').toLowerCase();
  return ` ${letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
};
const questions = [...document.querySelectorAll('.question-answer')].map((article) => ({
  article,
  entry: document.querySelector(`.parts a[href="#${article.id}"]`).parentElement,
  text: plain(`${article.textContent} ${article.dataset.also}`),
}));
const parts = [...document.querySelectorAll('.part')];

// A question is shown when each word that was typed begins a word of it.
const filter = () => {
  const words = plain(field.value).split(' ').filter(Boolean);
  let count = 0;
  for (const { article, entry, text } of questions) {
    const fits = words.every((word) => text.includes(` ${word}`));
    article.hidden = entry.hidden = !fits;
    count += fits;
  }
  for (const part of parts) {
    part.hidden = !part.querySelector('.question-answer:not([hidden])');
  }
  const { none, one, many } = said.dataset;
  const text = [none, one][count] ?? many.replace('%', count);
  said.textContent = words.length > 0 ? text : '';
};
const write = () => {
  const asked = field.value.trim();
  history.replaceState(null, '', (asked ? `?q=${encodeURIComponent(asked)}` : location.pathname) + location.hash);
};
// A link to a question shows it, whatever was typed.
const follow = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target?.hidden) return;
  field.value = '';
  filter();
  target.scrollIntoView();
};

let rest;
field.addEventListener('input', () => {
  filter();
  clearTimeout(rest);
  rest = setTimeout(write, 400);
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', follow);
field.value ||= new URLSearchParams(location.search).get('q') ?? '';
form.hidden = false;
filter();
follow();
