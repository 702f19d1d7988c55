import { afterAll, describe, it } from '@jest/globals';
import { closeBrowser, hasBrowser } from '../support/browser.js';
import { suitesIn } from '../support/suites-in.js';

if (hasBrowser) await suitesIn(import.meta.url, 'days');
else describe('the days of the portal', () => it.skip('are tried in a browser', () => undefined));

afterAll(closeBrowser);
