import { afterAll, describe, it } from '@jest/globals';
import { closeBrowser, hasBrowser } from '../support/browser.js';
import { suitesIn } from '../support/suites-in.js';

if (hasBrowser) await suitesIn(import.meta.url, 'screens');
else describe('every screen', () => it.skip('is looked at in a browser', () => undefined));

afterAll(closeBrowser);
