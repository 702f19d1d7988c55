import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./waiting/', import.meta.url));
