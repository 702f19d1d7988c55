import type { Page } from 'playwright-core';

/** Ways in which people have letters and screens larger than ours. */
export const LARGER = {
  'a screen of 320 px': { viewport: { width: 320, height: 640 }, css: '' },
  'a desktop seen twice as large': { viewport: { width: 640, height: 400 }, css: '' },
  'letters twice as large on a phone': { viewport: { width: 390, height: 844 }, css: ':root:root { font-size: 200% }' },
  'letters twice as large on a desktop': {
    viewport: { width: 1280, height: 800 },
    css: ':root:root { font-size: 200% }',
  },
  'letters and lines set apart': {
    viewport: { width: 390, height: 844 },
    css: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  },
} as const;

/** Sets the page in one of these ways. */
export async function enlarge(page: Page, way: keyof typeof LARGER): Promise<void> {
  const { viewport, css } = LARGER[way];
  await page.setViewportSize(viewport);
  // A sheet made by script: the policy of the pages lets no other in.
  await page.evaluate(`{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    globalThis.enlarging?.replaceSync('');
    globalThis.enlarging = sheet;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }`);
  await redrawn(page);
}

/** Waits until the page is drawn for its new size: what is loaded only there has come. */
export async function redrawn(page: Page): Promise<void> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.getByText('Chargement…').waitFor({ state: 'detached' });
}

/** What does not fit, is cut, or is too small to be touched (24 px, WCAG 2.5.8), each with its words; empty when nothing. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(${found.toString()})()`);
}

/** Runs in the browser. */
function found(): string[] {
  const { document, getComputedStyle, innerWidth } = globalThis as unknown as BrowserGlobals;
  const seen = (element: Box) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && !element.closest('.for-ears');
  };
  const scrolls = (element: Box | null): boolean =>
    element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const said = (what: string, element: Box) =>
    what + ': ' + element.tagName + ' « ' + (element.textContent ?? '').trim().slice(0, 40) + ' »';
  /** How many lines the words of its own take, those for ears left out. */
  const linesOf = ({ childNodes }: Box) => {
    const tops = [...childNodes].flatMap((node) => {
      if (node.nodeType !== 3) return [];
      const text = document.createRange();
      text.selectNodeContents(node);
      return [...text.getClientRects()].map(({ top }) => top);
    });
    return new Set(tops).size;
  };
  const faults: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  for (const element of document.querySelectorAll('body *')) {
    if (!seen(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    if ((right > innerWidth + 1 || left < -1) && !scrolls(element.parentElement))
      faults.push(said('beyond the edge', element));
    const aside =
      /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
    // A grid of days has two directions (WCAG 1.4.10).
    if (aside && !element.querySelector('[role=grid]')) faults.push(said('scrolls sideways', element));
    const hides = /hidden|clip/.test(getComputedStyle(element).overflowX);
    if (hides && element.scrollWidth > element.clientWidth + 1) faults.push(said('cut', element));
  }
  for (const element of document.querySelectorAll('th, nav a'))
    if (seen(element) && !/\s/.test(element.textContent ?? '') && linesOf(element) > 1)
      faults.push(said('broken in a word', element));
  for (const element of document.querySelectorAll('a, button, input, select, textarea, summary')) {
    const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
    if (seen(element) && (width < 24 || height < 24)) faults.push(said('under 24 px', element));
  }
  return faults.slice(0, 8);
}

interface Box {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly parentElement: Box | null;
  readonly childNodes: Iterable<{ readonly nodeType: number }>;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  getBoundingClientRect(): { left: number; right: number; width: number; height: number };
  closest(selector: string): Box | null;
  querySelector(selector: string): Box | null;
}

interface Stretch {
  selectNodeContents(node: object): void;
  getClientRects(): Iterable<{ readonly top: number }>;
}

interface BrowserGlobals {
  readonly document: {
    readonly documentElement: Box;
    querySelectorAll(selector: string): Iterable<Box>;
    createRange(): Stretch;
  };
  readonly innerWidth: number;
  readonly getComputedStyle: (element: Box) => { overflowX: string };
}
