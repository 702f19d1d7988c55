import everything from './jest.config.js';

/** The portal in a real browser, apart: each of its tests takes seconds, the others milliseconds. */
export default {
  ...everything,
  roots: ['<rootDir>/test/portal'],
  testPathIgnorePatterns: [],
};
