/* What stays when the network does not: the portal itself. Nothing that the service answers is kept here. */
const SHELL = 'shell';
const FILES = 'files';
/** Under which a page waits for the files that it is made of. */
const NEXT = '/next';

let kept = Promise.resolve();
const NOT_PAGES = /^\/(api|docs|openapi|health)([/?]|$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page tells which files it is made of; those of an earlier build go. */
self.addEventListener('message', (event) => {
  const { files } = event.data ?? {};
  if (!Array.isArray(files)) return;
  // One page after the other: the first would erase what the second has just kept.
  kept = kept.then(() => keepOnly(files)).catch(() => undefined);
  event.waitUntil(kept);
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
    if (answer.ok) await (await caches.open(SHELL)).put(NEXT, answer.clone());
    return answer;
  } catch (error) {
    const shell = await (await caches.open(SHELL)).match('/');
    if (shell) return shell;
    throw error;
  }
}

async function file(request) {
  return (await (await caches.open(FILES)).match(request.url, { ignoreVary: true })) ?? fetch(request);
}

async function keepOnly(files) {
  const cache = await caches.open(FILES);
  const wanted = new Set(files);
  for (const url of wanted) if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url);
  await keepPage(wanted);
  for (const request of await cache.keys())
    if (!wanted.has(request.url)) await cache.delete(request, { ignoreVary: true });
}

/** Once all of its files are here: where the network goes sooner, an earlier page shows, and not one that stays white. */
async function keepPage(wanted) {
  const shell = await caches.open(SHELL);
  if (!(await shell.match('/')) && !(await shell.match(NEXT))) await shell.add(NEXT);
  const next = await shell.match(NEXT);
  if (!next) return;
  const made = (await next.clone().text()).match(/\/assets\/[^"]+/g) ?? [];
  // Another tab may have told of the files of an earlier build.
  if (!made.every((path) => wanted.has(new URL(path, self.location.origin).href))) return;
  await shell.put('/', next);
  await shell.delete(NEXT);
}
