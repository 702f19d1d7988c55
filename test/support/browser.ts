import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { RunningService } from './application.js';

/** The browser of the system; tests of the portal are skipped, and say so, where there is none. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const BUILT = new URL('../../web/dist/index.html', import.meta.url);
export const hasBrowser = existsSync(CHROMIUM) && existsSync(BUILT);
if (!hasBrowser) console.warn(`no ${CHROMIUM}, or no built portal (npm run build): the portal is not tried`);

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console of the page said that it should not: errors, refusals of the security policy. */
  readonly complaints: string[];
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser | null = null;

/** Someone in front of a browser of their own, at the instant of the service. */
export async function visit(service: RunningService, viewport = PHONE, more: object = {}): Promise<Visitor> {
  browser ??= await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--lang=fr-FR'],
    env: { ...process.env, LANGUAGE: 'fr' },
  });
  const context = await browser.newContext({
    viewport,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    baseURL: service.configuration.publicUrl,
    ...more,
  });
  // Sooner than the test's own limit, so that what is missing on the page is named.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  // A clock that is set hides the files that a page is made of, of which the portal asks.
  await context.addInitScript(`globalThis.ofThePage = performance.getEntriesByType.bind(performance)`);
  await page.clock.install({ time: service.clock.now().epochMilliseconds });
  await context.addInitScript(`performance.getEntriesByType = ofThePage`);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/the server responded with a status of 4/.test(message.text()))
      complaints.push(message.text());
  });
  return { page, context, complaints };
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

/**
 * What axe finds against WCAG 2.2 AA on the page as it is; empty when nothing. Its contrasts are sought in light and in
 * dark.
 */
export async function barriers(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(WCAG);
  return [...(await found(builder)), ...(await contrastsInOtherColours(page))];
}

/**
 * What has another name than the one that is seen: who speaks to the page cannot press it (WCAG 2.5.3). Days are left
 * out: a list says their date in between, a grid shows a sign before the word.
 */
export async function misnamed(page: Page): Promise<string[]> {
  const days = 'section[aria-labelledby^="jour-"] li, [data-spot]';
  return found(new AxeBuilder({ page }).withRules(['label-content-name-mismatch']).exclude(days));
}

async function contrastsInOtherColours(page: Page): Promise<string[]> {
  const dark = await page.evaluate<boolean>(`matchMedia('(prefers-color-scheme: dark)').matches`);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  const faults = await found(new AxeBuilder({ page }).withRules(['color-contrast']));
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  return faults.map((fault) => `in ${dark ? 'light' : 'dark'}: ${fault}`);
}

async function found(builder: AxeBuilder): Promise<string[]> {
  // Without a page of its own to add up its frames, of which there are none: twice as fast.
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(', ')})`);
}

/** Signs in by the screen, wherever the page asks for it; done once in: who leaves sooner is not signed in. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  const enter = page.getByRole('button', { name: 'Se connecter' });
  await enter.click();
  // The page that one comes to may have passwords of its own: not so this press.
  await enter.waitFor({ state: 'detached' });
}

/**
 * Opens what is folded under these words, and presses what is in it. A press may be lost while the page settles: one
 * presses again, as a person does.
 */
export async function pressFolded(page: Page, words: string, within: Locator): Promise<void> {
  const folded = page.locator('summary', { hasText: words }).first();
  for (let tries = 1; tries < 3; tries += 1) {
    if (!(await within.isVisible())) await folded.click();
    if (
      await within.click({ timeout: 3000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  if (!(await within.isVisible())) await folded.click();
  await within.click();
}
