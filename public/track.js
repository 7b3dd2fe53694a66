// <clew-track>: an order on any site, live (docs/connect/track.md). Words come from the server; no markup is made of text.
customElements.get('clew-track') || (() => {
const HOME = document.currentScript?.src || location.href;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{display:block;position:relative;overflow-wrap:anywhere;padding:1.25rem;
--l:var(--clew-line,light-dark(#8a857a,#76736a));--r:var(--clew-radius,10px);
color:var(--clew-ink,CanvasText);background:var(--clew-surface,Canvas);
border:1px solid var(--l);border-radius:var(--r)}
:host([hidden]){display:none}
h2,h3,p,li{margin:.5rem 0}
.hint{color:var(--clew-muted,light-dark(#5f5b53,#a8a498));font-size:.875em}
input,button{font:inherit;min-height:44px;border:1px solid var(--l);border-radius:var(--r);padding:.4rem .75rem}
input{display:block;box-sizing:border-box;width:100%;margin:.25rem 0 1rem;color:inherit;background:none}
button{background:var(--clew-accent,light-dark(#1f4fd8,#8fb0ff));color:var(--clew-on-accent,light-dark(#fff,#0b1430))}
.problem,.entry{border-inline-start:2px solid var(--l);padding-inline-start:.75rem}
.problem{color:var(--clew-danger,light-dark(#9b1c1c,#ffb0a8))}
ol,ul{list-style:none;margin:0;padding:0}
.another{margin-block-start:.75rem}
.rail{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.step::before{content:'\\25cb\\a0'}
.done::before{content:'\\2713\\a0'}
.now{font-weight:600}
.now::before{content:'\\25cf\\a0'}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`);

// 'tag.name', attributes, what is inside; a name is class and part.
function el(what, ...inside) {
  const [tag, name, state = ''] = what.split('.');
  const made = document.createElement(tag);
  if (name) made.className = made.part = `${name} ${state}`;
  for (const it of inside) {
    if (it?.constructor === Object) for (const name in it) made.setAttribute(name, it[name] ?? '');
    else if (it) made.append(it);
  }
  return made;
}
const list = (what, items) => el(what, { role: 'list' }, ...items);
const when = (it) => el('time', { datetime: it.iso }, it.label);
const ltr = (text) => text && el('bdi', { dir: 'ltr' }, text);
const dot = (text) => text && ` \u00b7 ${text}`;

// A pause; the line, the reader or the end cuts it short.
const rest = (pause, signal) => new Promise((resolve) => {
  const over = new AbortController();
  const go = () => (clearTimeout(timer), over.abort(), resolve());
  const timer = setTimeout(go, pause * (1 + Math.random()) / 2);
  for (const event of ['online', 'visibilitychange']) addEventListener(event, go, over);
  signal.addEventListener('abort', go, over);
});

function track(host) {
  let words, token, order, etag, ending;
  const root = host.attachShadow({ mode: 'open' });
  const body = el('div');
  const pulse = el('div.pulse.hint');
  const aloud = el('p.vh', { role: 'status' });
  const get = (id) => root.getElementById(id);
  root.adoptedStyleSheets = [sheet];
  root.append(el('slot'));

  const stop = () => ending?.abort();
  const renew = () => (stop(), ending = new AbortController()).signal;

  function ask(path, signal, options) {
    const url = new URL(`/api/track${path}`, host.getAttribute('src') || HOME);
    url.searchParams.set('lang', words?.language ?? host.closest('[lang]')?.lang ?? '');
    return fetch(url, { credentials: 'omit', signal, ...options });
  }

  // Asks until somebody answers, or it ends.
  async function insist(path, signal, options, sorry) {
    for (let pause = 1e3; !signal.aborted; pause = Math.min(pause * 2, 3e4)) {
      try {
        const answer = await ask(path, signal, options);
        if (answer.status < 500) return { status: answer.status, ...await answer.json() };
      } catch {}
      signal.aborted || sorry?.();
      await rest(pause, signal);
    }
  }

  async function see(what, signal, headers) {
    const answer = await ask(`/${order.number}${what}`, signal, { headers: { authorization: `Bearer ${token}`, ...headers } });
    if ([401, 404].includes(answer.status)) {
      form();
      complain(words.expired, words.expiredHelp);
    }
    return answer.ok && answer;
  }

  async function start(anew) {
    const signal = renew();
    if (anew || !words) {
      words = null;
      if (!(words = await insist('/words', signal))) return;
      root.replaceChildren(el('div', { lang: words.language, dir: 'ltr' }, body, aloud));
      etag = '';
      if (token) await read(signal);
      else form();
    }
    if (token) follow(signal);
  }

  function form() {
    stop();
    token = null;
    const fields = [['number', 'text', 'off'], ['email', 'email', 'email']].flatMap(([name, type, autocomplete]) => [
      el('label', { for: name }, el('b', words[name])),
      el('div.hint', { id: `${name}-hint` }, words[`${name}Hint`]),
      el('input.input', { id: name, name, type, autocomplete, value: host.getAttribute(name), required: '', dir: 'ltr', 'aria-describedby': `problem ${name}-hint` }),
    ]);
    const filled = el('form.form', el('h2.heading', words.title), el('p', words.lead), el('div', { id: 'problem' }), ...fields, el('button.button', words.submit));
    filled.onsubmit = (event) => {
      event.preventDefault();
      lookUp(Object.fromEntries(new FormData(filled)));
    };
    body.replaceChildren(filled);
  }

  function complain(what, help, wrong = false) {
    const problem = el('div.problem', { role: 'alert', tabindex: -1 }, el('b', what), el('p', help));
    for (const name of ['number', 'email']) get(name).setAttribute('aria-invalid', wrong);
    get('problem').replaceChildren(problem);
    aloud.textContent = '';
    problem.focus();
  }

  async function lookUp(guess) {
    const signal = renew();
    aloud.textContent = words.looking;
    const answer = await insist('', signal, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(guess) },
      () => complain(navigator.onLine ? words.failed : words.offline, words.failedHelp));
    if (!answer) return;
    if (!answer.token) return complain(words[answer.status] ?? words.failed, answer.detail, answer.status === 404);
    ({ token } = answer);
    order = null;
    draw(answer.order);
    get('headline').focus();
    follow(signal);
  }

  async function read(signal) {
    try {
      const answer = await see('', signal, { 'if-none-match': etag });
      draw(await answer.json());
      etag = answer.headers.get('etag');
    } catch {} // nothing new
  }

  // Listens while somebody looks; where that fails, asks.
  async function follow(signal) {
    for (let pause = 1e3; ; pause = Math.min(pause * 2, 3e4)) {
      if (await listen(signal)) pause = 1e3;
      if (signal.aborted) return;
      pulse.textContent = document.hidden ? words.paused : navigator.onLine ? words.reconnecting : words.offline;
      await rest(document.hidden ? 2e9 : pause, signal);
      await read(signal);
    }
  }

  async function listen(signal) {
    const quiet = new AbortController();
    const cut = () => quiet.abort();
    let timer, open, unseen = 0;
    function beat() {
      clearTimeout(timer);
      unseen = document.hidden && unseen + 1;
      timer = setTimeout(cut, unseen > 3 ? 0 : 5e4); // heartbeats: 20 s
    }
    addEventListener('offline', cut, quiet);
    try {
      beat();
      const answer = await see('/live', AbortSignal.any([signal, quiet.signal]));
      if (!answer) return;
      open = true;
      pulse.textContent = words.live;
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        beat();
        if (value.trim() !== ':') await read(signal); // no heartbeat
      }
    } catch {}
    cut();
    return open;
  }

  function draw(it) {
    const focus = root.activeElement?.id;
    const unfolded = get('earlier')?.parentNode.open;
    aloud.textContent = it.version > order?.version && it.announcement || '';
    order = it;

    const step = ({ label, state }) => el(`li.step.${state}`, words[state] ? el('span.vh', `${words[state]} `) : { 'aria-current': 'step' }, label);
    const entry = (it) => el('li.entry', el('b', it.what), el('div.hint', when(it.when), dot(it.parcel), dot(it.place)),
      it.detail && el('div', { lang: it.detailLanguage, dir: 'auto' }, it.detail), it.message && el('div', { dir: 'auto' }, it.message));
    const item = (it) => el('li.item', `${it.quantity} \u00d7 `, el('bdi', it.name), dot(it.amount), el('div.hint', it.options.join(', ')));
    const parcel = (it, at) => el('li.parcel', it.title, ' ', ltr(it.trackingNumber), ' ', it.trackingUrl &&
      el('a.link', { id: `parcel-${at}`, href: it.trackingUrl, target: '_blank', rel: 'noreferrer' }, it.follow, el('span.vh', ` ${words.newTab}`)));
    const another = el('button.button.another', { id: 'another' }, words.another);
    another.onclick = () => (form(), get('number').focus());
    const lines = it.timeline.map(entry);
    const earlier = lines.splice(it.inSight);

    body.replaceChildren(
      el('p', `${words.order} `, ltr(it.number), ' \u00b7 ', el('b.badge', it.badge)),
      el('h2.heading', { id: 'headline', tabindex: -1 }, it.headline),
      ...[it.next, ...it.notes].map((text) => el('p', text)),
      el('h3.vh', words.progress), list('ol.rail', it.steps.map(step)),
      list('ul.parcels', it.parcels.map(parcel)),
      el('h3', words.history), list('ol.timeline', lines),
      it.earlier ? el('details', unfolded && { open: '' }, el('summary', { id: 'earlier' }, it.earlier), list('ol.timeline', earlier)) : '',
      el('h3', words.items), list('ul.items', it.items.map(item)),
      el('p', el('b', `${words.total} ${it.total}`)),
      el('p.hint', `${words.updated} `, when(it.updated)),
      pulse, another);
    get(focus)?.focus({ preventScroll: true });
  }

  return { start, stop };
}

customElements.define('clew-track', class extends HTMLElement {
  static observedAttributes = ['lang'];
  #track;

  connectedCallback() {
    (this.#track ??= track(this)).start();
  }

  disconnectedCallback() {
    this.#track.stop();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#track?.start(true);
  }
});
})();
