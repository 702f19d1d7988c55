import { readFileSync } from 'node:fs';

/** Jest in ESM mode; SWC compiles TypeScript with its decorators. Everything needed is here, nothing at the root. */
export default {
  rootDir: '..',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/web/src'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/portal/'],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', JSON.parse(readFileSync(new URL('swc.json', import.meta.url), 'utf8'))],
  },
  testSequencer: '<rootDir>/config/test-sequencer.js',
  setupFiles: ['reflect-metadata'],
  // A test takes seconds at most; on MariaDB each suite first runs every migration, which is slow where the disk is.
  testTimeout: 60_000,
  // Jest leaves a core idle by default; the suites wait for the database more than they compute.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
};
