// Hears scanners on every page of the admin: they type fast and end with Enter. Runs the scanning page where its form is.
(() => {
  // A scanner's pause between two keys is below 35 ms, a busy computer's may be longer; few people type a number this fast.
  const PAUSE = 200;
  const SHORTEST = 6;
  const unknown = document.currentScript?.dataset.unknown ?? '';
  const form = document.getElementById('scan');
  let typed = '';
  let keys = '';
  let last = 0;

  // The number in a code: as it is written, or in the address of one of our QR codes.
  function number(code) {
    const address = /\/(?:admin\/orders|o)\/([^/?#]+)/.exec(code);
    const plain = (address ? address[1] : code).toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
    return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(plain) ? `${plain.slice(0, 5)}-${plain.slice(5)}` : null;
  }

  function takesText(target) {
    const field = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
    return field && !['checkbox', 'radio', 'button', 'submit'].includes(field.type);
  }

  // A link, so that the admin's own router takes it where it runs.
  function open(found) {
    const link = document.createElement('a');
    link.href = `/admin/orders/${found}`;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
  }

  function say(words) {
    let toast = document.getElementById('scan-said');
    if (!toast) {
      toast = document.createElement('p');
      toast.id = 'scan-said';
      toast.setAttribute('role', 'alert');
      document.body.append(toast);
    }
    toast.textContent = words;
    setTimeout(() => toast.remove(), 8000);
  }

  function scanned(code, byPosition) {
    // On a Cyrillic layout a scanner's letters arrive as others; where the keys are tells what they were.
    const found = number(code) ?? number(byPosition);
    if (form) page.take(found ?? code);
    else if (found) open(found);
    else say(unknown.replace('[code]', code));
  }

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || takesText(event.target)) return;
    const pause = event.timeStamp - last;
    if (pause > PAUSE) typed = keys = '';
    if (event.key === 'Enter') {
      const [code, byPosition] = [typed, keys];
      typed = keys = '';
      if (code.length < SHORTEST) return;
      event.preventDefault();
      event.stopPropagation();
      scanned(code, byPosition);
    } else if (event.key.length === 1) {
      // In the middle of a scan a letter is no shortcut.
      if (typed.length > 1) event.stopPropagation();
      typed += event.key;
      keys += /^(?:Key|Digit|Numpad)(\w)$/.exec(event.code)?.[1] ?? '';
      last = event.timeStamp;
    }
  }, true);

  const page = form && (() => {
    const field = document.getElementById('code');
    const list = document.getElementById('scans');
    const verdict = document.getElementById('verdict');
    const sound = document.getElementById('scan-sound');
    const camera = document.getElementById('scan-camera');
    const video = document.getElementById('camera-view');
    const SOUND = 'clew-scan-sound';
    let audio;
    let turn = Promise.resolve();

    document.getElementById('tools').hidden = false;
    sound.checked = localStorage.getItem(SOUND) !== 'off';
    sound.addEventListener('change', () => localStorage.setItem(SOUND, sound.checked ? 'on' : 'off'));
    // The list is on the page: it need not travel.
    for (const was of form.querySelectorAll('input[name=was]')) was.remove();
    field.focus();

    function beep(tone) {
      if (!sound.checked) return;
      try {
        audio ??= new AudioContext();
        const [pitch, seconds] = { good: [880, 0.08], ask: [440, 0.16] }[tone] ?? [180, 0.3];
        const note = audio.createOscillator();
        const volume = audio.createGain();
        volume.gain.value = 0.15;
        note.frequency.value = pitch;
        note.connect(volume).connect(audio.destination);
        note.start();
        note.stop(audio.currentTime + seconds);
      } catch {
        // A browser without sound shows and says it all the same.
      }
    }

    function tell(tone, words) {
      verdict.className = `verdict ${tone}`;
      verdict.textContent = words;
      beep(tone);
    }

    async function send(body) {
      try {
        const answer = await fetch(form.action, { method: 'POST', body });
        const seen = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const line = seen.querySelector('#scans > li');
        // No line: the session has ended.
        if (!line) return location.reload();
        list.prepend(document.importNode(line, true));
        tell(line.className, line.querySelector('.what').textContent.trim());
      } catch {
        tell('bad', form.dataset.failed);
      }
    }

    form.addEventListener('submit', (event) => {
      const choice = event.submitter?.name === 'choice';
      if (!choice && new FormData(form).get('mode') === 'open') return;
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form, event.submitter));
      if (choice) event.submitter.closest('.buttons').remove();
      field.value = '';
      field.focus();
      // One after the other, so that the list tells them in the order they were scanned.
      turn = turn.then(() => send(body));
    });

    function take(code) {
      field.value = code;
      form.requestSubmit();
    }

    if ('BarcodeDetector' in window && navigator.mediaDevices) watch();

    function watch() {
      const seen = new Map();
      let stream;
      camera.hidden = false;
      camera.addEventListener('click', async () => {
        if (stream) return stop();
        try {
          stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
          video.srcObject = stream;
          video.hidden = false;
          await video.play();
          camera.setAttribute('aria-pressed', 'true');
          look(new BarcodeDetector({ formats: ['qr_code', 'code_128'] }));
        } catch {
          stop();
          tell('bad', camera.dataset.failed);
        }
      });

      function stop() {
        for (const track of stream?.getTracks() ?? []) track.stop();
        stream = undefined;
        video.hidden = true;
        camera.setAttribute('aria-pressed', 'false');
      }

      async function look(detector) {
        while (stream) {
          for (const { rawValue } of await detector.detect(video).catch(() => [])) {
            // What stays in front of the camera is one scan.
            if (Date.now() - (seen.get(rawValue) ?? 0) > 4000) take(rawValue);
            seen.set(rawValue, Date.now());
          }
          await new Promise((resume) => setTimeout(resume, 150));
        }
      }
    }

    return { take };
  })();
})();
