import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { configDefaults, defineConfig } from 'vitest/config';
import { ROOT } from './root.ts';

/** These start the whole product, and build it when it has not been built. */
const COMMANDS = 'packages/tooling/commands/**/*.test.ts';
const shared = { root: ROOT, testTimeout: 20_000, hookTimeout: 60_000 };

/** Only the `database` tests wait for a PostgreSQL; a run of the others starts none. */
export default defineConfig({
	test: {
		projects: [
			{
				plugins: [svelte({ configFile: false })],
				test: {
					...shared,
					name: 'rules',
					include: ['packages/**/*.test.ts', 'apps/web/**/*.test.ts'],
					exclude: [COMMANDS, ...configDefaults.exclude]
				}
			},
			{
				test: {
					...shared,
					name: 'database',
					include: ['db/**/*.test.ts', 'apps/service/**/*.test.ts'],
					globalSetup: [path.join(import.meta.dirname, 'vitest/test-server.ts')]
				}
			},
			{
				test: { ...shared, name: 'commands', include: [COMMANDS], testTimeout: 180_000 }
			}
		]
	}
});
