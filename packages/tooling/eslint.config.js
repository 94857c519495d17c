import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { environment, namedExports, typesNotInterfaces, wordsInComponents } from './eslint/restrictions.js';

const forbid = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] });

/** For components and their modules with runes; the same rules for other TypeScript are in oxlint.json. */
export default defineConfig(
	{
		ignores: [
			'**/{node_modules,build,.svelte-kit,.turbo,coverage,paraglide}/**',
			'.data/**',
			'db/migrations/**',
			'apps/web/static/**'
		]
	},
	js.configs.recommended,
	typescript.configs.strict,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: globals.nodeBuiltin },
		rules: {
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'max-lines': ['error', 250],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
			// We look for control characters on purpose: nobody types them, and PostgreSQL refuses one of them.
			'no-control-regex': 'off',
			// TypeScript sees undefined names itself.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			...forbid(typesNotInterfaces)
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			globals: globals.browser,
			parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			// The product lives at the root of its address.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-target-blank': 'error',
			'svelte/button-has-type': 'error'
		}
	},
	{ files: ['**/*.svelte'], rules: forbid(typesNotInterfaces, wordsInComponents) },
	{ files: ['apps/web/**/*.svelte.ts'], rules: forbid(typesNotInterfaces, environment) },
	{ files: ['packages/ui/**/*.svelte.ts'], rules: forbid(typesNotInterfaces, namedExports, environment) }
);
