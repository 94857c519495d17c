import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { ROOT } from './root.ts';

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
					include: ['packages/**/*.test.ts', 'apps/web/**/*.test.ts']
				}
			},
			{
				test: {
					...shared,
					name: 'database',
					include: ['db/**/*.test.ts', 'apps/service/**/*.test.ts'],
					globalSetup: ['packages/tooling/vitest/test-server.ts']
				}
			}
		]
	}
});
