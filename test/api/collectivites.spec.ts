import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./collectivites/', import.meta.url));
