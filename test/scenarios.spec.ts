import { suitesIn } from './support/suites-in.js';

await suitesIn(new URL('./scenarios/', import.meta.url));
