import type { Page } from 'playwright-core';

/** More stops than any page has; who tabs that far is in a trap, or passed what it sought. */
const MOST_STOPS = 120;
/** Ten seconds of them and more: the service may have to answer first. */
const MOST_FRAMES = 600;

interface Stop {
  /** As a screen reader names it. */
  readonly name: string;
  readonly role: string;
  /** What is wrong with how the focus shows, if anything. */
  readonly fault: string | null;
}

/** Who has a keyboard alone: keys are pressed, nothing is clicked nor focused by the test. */
export class Keyboard {
  /** Stops where the focus did not show, or was hidden. */
  readonly faults: string[] = [];

  constructor(private readonly page: Page) {}

  /** Tabs until what has this name; answers how many stops that took. */
  async to(name: string | RegExp, backwards = false): Promise<number> {
    const passed: string[] = [];
    for (let stops = 1; stops <= MOST_STOPS; stops += 1) {
      await this.page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
      const stop = await this.here();
      if (stop.fault) this.faults.push(`${stop.role} « ${stop.name} »: ${stop.fault}`);
      if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stops;
      passed.push(stop.name);
    }
    throw new Error(`the keyboard did not reach ${String(name)}, but ${passed.slice(0, 60).join(' | ')}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes there and presses Enter. */
  async enter(name: string | RegExp): Promise<void> {
    await this.to(name);
    await this.press('Enter');
  }

  /** Goes there and types. */
  async type(name: string | RegExp, text: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.type(text);
  }

  /** Waits until the focus is there, as it comes back from a dialog. */
  async isAt(name: RegExp): Promise<void> {
    for (let frames = 0; frames < MOST_FRAMES; frames += 1) {
      if (name.test((await this.here()).name)) return;
      await this.page.evaluate('new Promise(requestAnimationFrame)');
    }
    throw new Error(`the focus is not at ${String(name)}, but at ${(await this.here()).name.slice(0, 80)}`);
  }

  /** Where the focus is. */
  here(): Promise<Stop> {
    return this.page.evaluate<Stop>(`(${stop.toString()})()`);
  }
}

/** Runs in the browser. */
function stop(): Stop {
  const { document, getComputedStyle, innerWidth, innerHeight } = globalThis as unknown as BrowserGlobals;
  const element = document.activeElement;
  const byId = (ids: string | null) =>
    (ids ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const name =
    element.getAttribute('aria-label') ??
    (byId(element.getAttribute('aria-labelledby')).trim() ||
      (element.labels?.[0]?.textContent ?? '').trim() ||
      (element.textContent ?? '').trim());
  // The first line of what is written on two.
  const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const drawn = element.closest('label') ?? element;
  const shown = [element, drawn, ...drawn.querySelectorAll('*')].some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const middle = document.elementFromPoint(
    Math.min(Math.max(left + width / 2, 0), innerWidth - 1),
    Math.min(Math.max(top + height / 2, 0), innerHeight - 1),
  );
  const covered = middle !== null && width > 2 && !drawn.contains(middle) && !middle.contains(element);
  const away = top + height < 0 || top > innerHeight;
  const fault =
    element === document.body ? null : !shown ? 'no outline' : away ? 'out of sight' : covered ? 'hidden' : null;
  return {
    name: name.replace(/\s+/g, ' '),
    role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
    fault,
  };
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Element {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly labels?: readonly Element[];
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rectangle;
  getClientRects(): readonly Rectangle[];
  closest(selector: string): Element | null;
  contains(other: Element): boolean;
  querySelectorAll(selector: string): Iterable<Element>;
}

interface BrowserGlobals {
  readonly document: {
    readonly activeElement: Element;
    readonly body: Element;
    getElementById(id: string): Element | null;
    elementFromPoint(x: number, y: number): Element | null;
  };
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly getComputedStyle: (element: Element) => { outlineStyle: string; outlineWidth: string };
}
