document.querySelector('#show').addEventListener('click', () => {
  document.querySelector('#tab').hidden = false;
});
