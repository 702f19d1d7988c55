/**
 * The portal on a slow phone (4 × slower processor, slow 4G), in the system's Chromium, on the real service with the year
 * of the demo's commune: when the planning of two children may be used, how soon a pressed day answers, how many frames a
 * month of four children and six prestations drops as it is scrolled, and what each page weighs the first time.
 *
 * The floors, in the same run: a page that only downloads as many bytes; a frame of a page without anything; an empty page of
 * the same height. Ends with 1 when a target is missed; frames that a busy machine
 * drops of a page without anything are not counted.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { DESKTOP, launch, PHONE, visited } from './portal/phone.mjs';
import { serveValmont } from './portal/valmont.mjs';

const VISITS = 5;
const PRESSES = 10;
const TARGET = { usable: 2500, answer: 100, dropped: 0, kilobytes: 120 };
const [CHILDREN, ROWS] = [4, 6];
const FREE = 'button[aria-pressed="false"]';
const PAGES = ['', '/reservations', '/reservations?vue=mois', '/reservations?vue=agenda', '/panier', '/factures'];
const OTHERS = ['/actualites', '/demandes', '/demandes/nouvelle', '/absences', '/documents', '/foyer', '/compte'];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

export async function run() {
  const valmont = await serveValmont();
  const browser = await launch();
  const bench = { browser, ...valmont, at: `${valmont.url}/familles/${valmont.familyId}`, storageState: undefined };
  try {
    await signIn(bench);
    const week = `${bench.at}/reservations?du=${bench.day}`;
    const usable = await timesToUse(bench, week);
    const answer = await timesToAnswer(bench, week);
    const rows = [
      row('planning of two children, usable (ms)', median(usable.ours), TARGET.usable, median(usable.floor)),
      row('a pressed day answers (ms, slowest)', Math.max(...answer.ours), TARGET.answer, median(answer.floor)),
    ];
    for (const [name, viewport, slow] of [
      ['phone', PHONE, true],
      ['desktop', DESKTOP, false],
    ]) {
      const { ours, floor } = await droppedFrames(bench, viewport, slow);
      rows.push(row(`a month of 4 × 6 scrolled on a ${name} (frames dropped)`, ours, TARGET.dropped, floor, floor));
    }
    console.table(rows);
    const weights = await weightOfPages(bench);
    console.table(weights);
    const missed = rows.filter(({ held }) => !held).map(({ measure }) => measure);
    const heavy = weights.filter((page) => page['JavaScript (kB)'] > TARGET.kilobytes).map(({ page }) => page);
    if (missed.length + heavy.length > 0) throw new Error(`missed: ${[...missed, ...heavy].join(', ')}`);
  } finally {
    await browser.close();
    await valmont.stop();
  }
}

function row(measure, ours, target, floor, allowed = 0) {
  return { measure, ours: Math.round(ours), target, floor: Math.round(floor), held: ours <= Math.max(target, allowed) };
}

async function visit(bench, options, act) {
  const { result, storageState } = await visited(bench.browser, { storageState: bench.storageState, ...options }, act);
  bench.storageState = storageState;
  return result;
}

async function signIn(bench) {
  await visit(bench, { slow: false }, async (page) => {
    await page.goto(bench.at);
    await page.getByLabel('Adresse électronique').fill(bench.account.email);
    await page.getByLabel('Mot de passe').fill(bench.account.password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByText('Ce qui vous attend').waitFor();
  });
}

/** From the address to the first free day that is drawn; the floor: as many bytes, which do nothing. */
async function timesToUse(bench, week) {
  const ours = [];
  let bytes = 0;
  for (let time = 0; time < VISITS; time += 1)
    await visit(bench, {}, async (page, { sent }) => {
      await page.addInitScript(noteWhenDrawn, FREE);
      await page.goto(week, { waitUntil: 'commit' });
      ours.push(await page.evaluate('window.drawn'));
      bytes = sent.bytes;
    });
  const nothing = await serveBytes(bytes);
  const floor = [];
  for (let time = 0; time < VISITS; time += 1)
    await visited(bench.browser, {}, async (page) => {
      await page.addInitScript(noteWhenDrawn, FREE);
      await page.goto(nothing.url, { waitUntil: 'commit' });
      floor.push(await page.evaluate('window.drawn'));
    });
  nothing.server.close();
  return { ours, floor };
}

/** From the press to the frame that shows it; the floor: one frame of a page where a press changes one word. */
async function timesToAnswer(bench, week) {
  const pressed = async (page, settles) => {
    const cell = await page.locator(FREE).first().elementHandle();
    const times = [];
    for (let time = 0; time < PRESSES; time += 1) {
      await page.evaluate(noteAnswer);
      const settled = settles();
      await cell.click();
      times.push(await page.evaluate('window.answered'));
      await settled;
    }
    return times;
  };
  const ours = await visit(bench, {}, async (page) => {
    await page.goto(week, { waitUntil: 'commit' });
    await page.locator(FREE).first().waitFor();
    // What the service said of a press has arrived before the next one.
    return pressed(page, () => page.waitForResponse((answer) => answer.url().includes('/planning?')));
  });
  const nothing = await serveBytes(1000);
  const { result: floor } = await visited(bench.browser, {}, async (page) => {
    await page.goto(nothing.url);
    return pressed(page, () => undefined);
  });
  nothing.server.close();
  return { ours, floor };
}

/** Frames that came late while the page went by under the finger or the wheel, from one end to the other. */
async function droppedFrames(bench, viewport, slow) {
  const scrolled = async (page, network, height) => {
    await page.evaluate(countLateFrames);
    const [x, y] = [viewport.width / 2, viewport.height / 2];
    const distance = { yDistance: viewport.height - height, speed: 2000, gestureSourceType: slow ? 'touch' : 'mouse' };
    await network.send('Input.synthesizeScrollGesture', { x, y, ...distance });
    return page.evaluate('window.lateFrames()');
  };
  let height = 0;
  const ours = await visit(bench, { viewport, slow }, async (page, { network }) => {
    await page.route(/\/planning\?/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: grown(await answer.json()) });
    });
    await page.goto(`${bench.at}/reservations?vue=mois&du=${bench.day}`, { waitUntil: 'commit' });
    await page.locator('button[aria-pressed]').first().waitFor();
    height = await page.evaluate('document.documentElement.scrollHeight');
    return scrolled(page, network, height);
  });
  const { result: floor } = await visited(bench.browser, { viewport, slow }, async (page, { network }) => {
    await page.setContent(`<div id="tall"></div>`);
    await page.evaluate((tall) => void (document.getElementById('tall').style.height = `${tall}px`), height);
    return scrolled(page, network, height);
  });
  return { ours, floor };
}

/** The same month, of four children who have six prestations each. */
function grown(planning) {
  const rows = planning.children.flatMap((child) => child.rows);
  const child = (index) => ({
    ...planning.children[index % planning.children.length],
    ...{ childId: index + 1, firstName: `Enfant ${index + 1}` },
    rows: Array.from({ length: ROWS }, (_, rank) => ({ ...rows[rank % rows.length], prestationId: rank + 1 })),
  });
  return { ...planning, children: Array.from({ length: CHILDREN }, (_, index) => child(index)) };
}

async function weightOfPages(bench) {
  const weights = [];
  for (const page of [...PAGES, ...OTHERS])
    await visit(bench, { slow: false }, async (tab, { sent }) => {
      await tab.goto(`${bench.at}${page}`);
      await tab.getByRole('heading', { level: 1 }).waitFor();
      await tab.getByText('Chargement…').first().waitFor({ state: 'hidden' });
      const kilobytes = (bytes) => Number((bytes / 1000).toFixed(1));
      weights.push({ page, 'JavaScript (kB)': kilobytes(sent.script()), 'all (kB)': kilobytes(sent.bytes) });
    });
  return weights;
}

/** A page that downloads so many bytes, then shows one day that may be pressed. */
async function serveBytes(bytes) {
  const day = `document.body.innerHTML = '<button aria-pressed="false">Libre</button>';
    document.body.onclick = ({ target }) => target.setAttribute('aria-pressed', target.ariaPressed !== 'true')`;
  const script = `${day}//${randomBytes(Math.ceil((bytes * 3) / 4)).toString('base64')}`;
  const server = createServer(({ url }, response) => {
    if (url === '/script.js') response.setHeader('content-type', 'text/javascript').end(script);
    else response.setHeader('content-type', 'text/html').end('<!doctype html><body><script src="/script.js"></script>');
  }).listen(0);
  await once(server, 'listening');
  return { server, url: `http://localhost:${server.address().port}/` };
}

// What follows runs in the page.

function noteWhenDrawn(selector) {
  window.drawn = new Promise((tell) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
}

function noteAnswer() {
  window.answered = new Promise((tell) => {
    let pressedAt = null;
    addEventListener('click', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (pressedAt === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => tell(performance.now() - pressedAt)));
    }).observe(document, { attributes: true, attributeFilter: ['aria-pressed'], subtree: true });
  });
}

/** A frame is late when the one before it was drawn more than one and a half periods of 60 Hz ago. */
function countLateFrames() {
  let [last, late, going] = [null, 0, true];
  requestAnimationFrame(function frame(now) {
    if (last !== null) late += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1);
    last = now;
    if (going) requestAnimationFrame(frame);
  });
  window.lateFrames = () => ((going = false), late);
}
