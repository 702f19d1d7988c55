import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
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
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.clock.install({ time: service.clock.now().epochMilliseconds });
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

/** What axe finds against WCAG 2.2 AA on the page as it is; empty when nothing. */
export async function barriers(page: Page): Promise<string[]> {
  return found(
    new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']),
  );
}

/** What axe finds of the contrasts alone, for a page whose barriers were sought in other colours. */
export async function contrasts(page: Page): Promise<string[]> {
  return found(new AxeBuilder({ page }).withRules(['color-contrast']));
}

async function found(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(', ')})`);
}

/** Signs in by the screen, wherever the page asks for it. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}
