import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./publications/', import.meta.url));
