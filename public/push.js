// Asks this browser's push service to tell of one order. An order's page loads it; what it works on stays hidden where push cannot be.
const box = document.getElementById('tell');
const [on, off, said] = ['tell-on', 'tell-off', 'tell-said'].map((id) => document.getElementById(id));
const kept = `clew-push:${box?.dataset.post}`;

function show(listens) {
  on.hidden = listens;
  off.hidden = !listens;
}

function say(word) {
  said.textContent = said.dataset[word];
}

function bytes(text) {
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

async function send(method, body) {
  const answer = await fetch(box.dataset.post, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
}

async function begin() {
  // Asked only after a click: a page that asks by itself is refused for ever.
  if ((await Notification.requestPermission()) !== 'granted') return say('denied');
  const worker = await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  const listens = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(box.dataset.key) });
  await send('POST', listens.toJSON());
  localStorage.setItem(kept, listens.endpoint);
  show(true);
  say('on');
  off.focus();
}

async function end() {
  // Only of this order: the browser may listen to others.
  await send('DELETE', { endpoint: localStorage.getItem(kept) });
  localStorage.removeItem(kept);
  show(false);
  say('off');
  on.focus();
}

function clicked(button, act) {
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await act();
    } catch {
      say('failed');
    }
    button.disabled = false;
  });
}

if (box && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
  const worker = await navigator.serviceWorker.getRegistration('/sw.js');
  const listens = await worker?.pushManager.getSubscription();
  show(Boolean(listens && localStorage.getItem(kept) === listens.endpoint));
  clicked(on, begin);
  clicked(off, end);
  box.hidden = false;
}
