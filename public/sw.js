// Shows what the shop's push messages say and opens the order they are about. Nothing else: no page is kept, none is intercepted.
self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(title ?? self.location.host, { body, tag, icon: '/favicon.svg', data: { url } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const to = new URL(event.notification.data?.url ?? '/', self.location.origin);
  // A message leads to our own pages only, whoever may have written it.
  if (to.origin !== self.location.origin) return;
  event.waitUntil(self.clients.openWindow(to.href));
});
