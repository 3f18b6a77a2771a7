// Answers for the roll-call while there is no connection: its page without one, and the script that this page needs. Nothing of
// any learner is kept here. See ADR 29.
const KEPT = 'assidu-appel-1';
const base = new URL('./', self.location).pathname;
const PAGE = base + 'appel-hors-ligne';
const SCRIPT = base + 'appel-hors-ligne.js';
const GONE = [502, 503, 504];

const keep = () => caches.open(KEPT).then(cache => Promise.all([PAGE, SCRIPT].map(path =>
  fetch(new Request(path, { cache: 'reload', credentials: 'same-origin' }))
    .then(answer => { if (answer.ok && !answer.redirected) { return cache.put(path, answer); } }))));

self.addEventListener('install', event => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names
    .filter(name => name.startsWith('assidu-appel-') && name !== KEPT)
    .map(name => caches.delete(name))))
  .then(() => self.clients.claim())));

const kept = path => caches.open(KEPT).then(cache => cache.match(path)).then(answer => answer || Response.error());

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === 'navigate' && /\/seances\/[^/]+\/appel\/?$/.test(url.pathname)) {
    event.respondWith(fetch(event.request)
      .then(answer => {
        if (GONE.includes(answer.status)) {
          return kept(PAGE);
        }
        // As the application has them now, for the next time.
        event.waitUntil(keep().catch(() => undefined));
        return answer;
      })
      .catch(() => kept(PAGE)));
  } else if (url.pathname === SCRIPT) {
    event.respondWith(fetch(event.request).catch(() => kept(SCRIPT)));
  }
});
