/** Has the portal open without a network: its page, and the files that this page and the one of a failure are made of. */
export async function stayWithoutNetwork(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await import('./last-planning');
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ files: loaded.filter((name) => name.startsWith(`${location.origin}/assets/`)) });
}
