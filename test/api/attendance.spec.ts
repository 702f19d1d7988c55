import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./attendance/', import.meta.url));
