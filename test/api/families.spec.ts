import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./families/', import.meta.url));
