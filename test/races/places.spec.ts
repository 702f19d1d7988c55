import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./places/', import.meta.url));
