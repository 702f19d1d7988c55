import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./identity/', import.meta.url));
