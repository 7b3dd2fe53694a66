// The templates' editor while one types: what the server says of the draft, names put in at the caret, a warning before words are lost.
// The page does all of it without this, one press of a button at a time.
(() => {
  const form = document.querySelector('form.letter');
  if (!form) return;
  const PAUSE = 400;
  const fields = [...form.querySelectorAll('[data-words]')];
  let field = fields.at(-1);
  let dirty = form.dataset.unsaved === '1';
  let turn = 0;
  let timer;

  // The same answer as the button's; what it says of the draft takes the place of what is there.
  async function look() {
    const mine = ++turn;
    const body = new URLSearchParams(new FormData(form));
    body.set('do', 'preview');
    let page;
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
      return;
    }
    // Somebody typed on meanwhile, and that answer is on its way.
    if (mine !== turn) return;
    for (const part of document.querySelectorAll('[data-live]')) {
      const now = page.getElementById(part.id);
      if (!now || now.isEqualNode(part)) continue;
      // Screen readers tell what changes in an element, not that it was exchanged.
      if (part.role === 'status') part.textContent = now.textContent;
      else part.replaceWith(document.importNode(now, true));
    }
    for (const each of fields) {
      const bad = page.getElementById(each.id)?.getAttribute('aria-invalid');
      if (bad) each.setAttribute('aria-invalid', bad);
      else each.removeAttribute('aria-invalid');
    }
    insertable();
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  }

  function insertable() {
    for (const button of document.querySelectorAll('[data-insert]')) button.hidden = false;
  }

  function insert(text) {
    field.focus();
    // The only way that the browser can undo.
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function jump(to) {
    const lines = to.value.split('\n');
    return (line, column) => {
      const before = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
      const end = before + (lines[line - 1] ?? '').length;
      to.focus();
      to.setSelectionRange(Math.min(before + column - 1, end), end);
    };
  }

  form.addEventListener('focusin', ({ target }) => {
    if (fields.includes(target)) field = target;
  });
  form.addEventListener('input', ({ target }) => {
    if (fields.includes(target)) dirty = true;
    if (fields.includes(target) || target.dataset.fill) soon();
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-insert]');
    if (button) return insert(button.dataset.insert);
    const { at, line, column } = event.target.closest('[data-at]')?.dataset ?? {};
    const to = at && document.getElementById(at);
    if (!to) return;
    event.preventDefault();
    jump(to)(Number(line), Number(column));
  });
  form.addEventListener('submit', () => {
    dirty = false;
  });
  addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault();
  });
  insertable();
})();
