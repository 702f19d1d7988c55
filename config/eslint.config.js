import tseslint from 'typescript-eslint';

/** What the compiler does not see: promises left alone, the clock and chance outside the platform, `any`. */
export default tseslint.config(
  { ignores: ['dist/**', 'var/**', 'web/**', '**/*.mjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: './config/tsconfig.test.json',
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['warn'] }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**', 'src/kernel/**', 'src/*.ts', 'src/demo/**', 'src/commands/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: 'Ask the Clock; use Temporal.' }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ask Secrets.' },
        { object: 'Temporal', property: 'Now', message: 'Ask the Clock.' },
      ],
    },
  },
  {
    // Clients of the API read its answers loosely, as any client may.
    files: ['src/**/*.spec.ts', 'test/**/*.ts', 'src/demo/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'max-lines': 'off',
    },
  },
);
