import everything from './jest.config.js';

/** The portal in a real browser, apart: each of its tests takes seconds, the others milliseconds; ten times as much beside others. */
export default {
  ...everything,
  roots: ['<rootDir>/test/portal'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
};
