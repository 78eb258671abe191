// Makes snippets of the widget as its form is filled in, and shows the widget itself. The page is
// whole without it: only then are form and buttons shown.
const form = document.querySelector('#build');
const preview = document.querySelector('paypath-calculator');
const said = document.querySelector('#copied');
const code = (id) => document.querySelector(`#${id}`);
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const fill = (id, parts) => {
  code(id).textContent = code(id).dataset.template.replace(/%(origin|path|title|attributes|query)/g, (_, name) => parts[name]);
};

// The widget beside the form says which question it cannot answer, but has no words for a colour.
const coloured = () => {
  const { accent } = form.elements;
  const right = accent.validity.valid;
  code('accent-error').textContent = right ? '' : code('accent-error').dataset.wrong;
  if (right) accent.removeAttribute('aria-invalid');
  else accent.setAttribute('aria-invalid', 'true');
  return right;
};

const write = () => {
  const right = coloured();
  const chosen = [...new FormData(form)].map(([key, value]) => [key, value.trim()])
    .filter(([key, value]) => value && (right || key !== 'accent'));
  const all = new URLSearchParams(chosen);
  const role = all.get('role');
  const rest = new URLSearchParams(chosen.filter(([key]) => key !== 'role'));
  const query = rest.size ? `?${rest}` : '';
  const asked = new URLSearchParams(chosen.filter(([key]) => ['role', 'city', 'years'].includes(key)));
  const title = role ? said.dataset.of.replace('%', form.elements.role.selectedOptions[0].text) : said.dataset.any;
  const parts = {
    origin: location.origin,
    path: escaped(`/embed/${role ? `${role}/` : ''}${query}`),
    title: escaped(title),
    attributes: chosen.map(([key, value]) => ` data-${key}="${escaped(value)}"`).join(''),
    query: escaped(asked.size ? `?${asked}` : ''),
  };
  fill('plain', parts);
  fill('scripted', parts);
  for (const { name } of form.elements) {
    const attribute = name === 'role' ? 'role-id' : name;
    if (all.has(name)) preview.setAttribute(attribute, all.get(name));
    else preview.removeAttribute(attribute);
  }
};

let rest;
const later = () => {
  said.textContent = '';
  clearTimeout(rest);
  rest = setTimeout(write, 200);
};
// Lists that something else than a visitor chooses from may tell only that they changed.
form.addEventListener('input', later);
form.addEventListener('change', later);
form.addEventListener('submit', (event) => event.preventDefault());
for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code(button.dataset.of).textContent);
      said.textContent = said.dataset.copied;
    } catch {
      said.textContent = said.dataset.refused;
    }
  });
}
for (const [key, value] of new URLSearchParams(location.search)) {
  const field = form.elements[key];
  if (field) field.value = value;
}
form.hidden = false;
write();
