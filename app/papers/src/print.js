// Notes the print run at the server, then prints. Without it the form posts by itself, and the browser's own command prints.
(() => {
  const form = document.getElementById('print-run');
  const said = document.getElementById('print-said');
  if (!form || !said) return;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = '';
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { accept: 'application/json' },
      });
      // Led elsewhere: the session has ended.
      if (answer.redirected) return location.reload();
      if (answer.status === 204) return print();
    } catch {
      // Said below.
    }
    said.textContent = said.dataset.failed;
  });
})();
