import { afterAll, describe, it } from '@jest/globals';
import { closeBrowser, hasBrowser } from './support/browser.js';
import { suitesIn } from './support/suites-in.js';

if (hasBrowser) await suitesIn(import.meta.url, 'portal');
else describe('the portal', () => it.skip('is tried in a browser', () => undefined));

afterAll(closeBrowser);
