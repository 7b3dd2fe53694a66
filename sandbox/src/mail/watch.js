async function watch(newest) {
  for (;;) {
    await new Promise((done) => setTimeout(done, 1500));
    try {
      const answer = await fetch("/_control/mail?count=1");
      const [mail] = await answer.json();
      if ((mail ? mail.id : "") !== newest) return location.reload();
    } catch {
      // The sandbox is restarting; it will be back.
    }
  }
}
