import { afterAll, describe, it } from '@jest/globals';
import { closeBrowser, hasBrowser } from '../support/browser.js';
import { suitesIn } from '../support/suites-in.js';

if (hasBrowser) await suitesIn(import.meta.url, 'area');
else describe('the rest of the portal', () => it.skip('is tried in a browser', () => undefined));

afterAll(closeBrowser);
