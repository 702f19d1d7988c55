/** A phone as few families would choose it: a processor four times slower than this one, on slow 4G. */
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

/**
 * One visit in a browser that kept nothing but its session, which it answers again as it ends: a refresh token serves
 * once. `slow`: as the phone above.
 */
export async function visited(browser, { storageState, viewport = PHONE, slow = true }, visit) {
  const place = { locale: 'fr-FR', timezoneId: 'Europe/Paris', serviceWorkers: 'block' };
  const context = await browser.newContext({ viewport, storageState, ...place });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const sent = weighed(network);
    if (slow) {
      await network.send('Network.emulateNetworkConditions', SLOW_4G);
      await network.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    const result = await visit(page, { network, sent });
    return { result, storageState: await context.storageState() };
  } finally {
    await context.close();
  }
}

/** Bytes as they were sent: of scripts without their headers, and of everything. */
function weighed(network) {
  const scripts = new Map();
  const sent = { files: 0, bytes: 0, script: () => [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) };
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.endsWith('javascript')) scripts.set(requestId, 0);
  });
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, scripts.get(requestId) + encodedDataLength);
  });
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sent.files += 1;
    sent.bytes += encodedDataLength;
  });
  return sent;
}
