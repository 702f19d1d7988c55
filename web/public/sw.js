/* What stays when the network does not: the portal itself. Nothing that the service answers is kept here. */
const SHELL = 'shell';
const FILES = 'files';
const NOT_PAGES = /^\/(api|docs|openapi|health)([/?]|$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page tells which files it is made of; those of an earlier build go. */
self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.files)) event.waitUntil(keepOnly(event.data.files));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && !NOT_PAGES.test(url.pathname)) event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
});

async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(SHELL)).put('/', answer.clone());
    return answer;
  } catch (error) {
    const kept = await (await caches.open(SHELL)).match('/');
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  return (await (await caches.open(FILES)).match(request.url, { ignoreVary: true })) ?? fetch(request);
}

async function keepOnly(files) {
  const cache = await caches.open(FILES);
  const wanted = new Set(files);
  for (const request of await cache.keys())
    if (!wanted.has(request.url)) await cache.delete(request, { ignoreVary: true });
  for (const url of wanted) if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url);
  if (!(await (await caches.open(SHELL)).match('/'))) await (await caches.open(SHELL)).add('/');
}
