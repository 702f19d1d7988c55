import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./money/', import.meta.url));
