import { suitesIn } from './support/suites-in.js';

await suitesIn(import.meta.url, 'scenarios');
