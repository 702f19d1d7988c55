import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./billing/', import.meta.url));
