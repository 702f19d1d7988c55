import { afterAll, describe, it } from '@jest/globals';
import { closeBrowser, hasBrowser } from '../support/browser.js';
import { suitesIn } from '../support/suites-in.js';

if (hasBrowser) await suitesIn(import.meta.url, 'journey');
else describe('the whole journey', () => it.skip('is made in a browser', () => undefined));

afterAll(closeBrowser);
