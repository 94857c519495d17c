import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { configDefaults, defineConfig } from 'vitest/config';
import { ROOT } from './root.ts';

/** These start the whole product, and build it when it has not been built. */
const COMMANDS = 'packages/tooling/commands/**/*.test.ts';
const shared = { root: ROOT, testTimeout: 20_000, hookTimeout: 60_000 };
/** One process takes file after file, so that what they share is read once; no module of ours keeps what a test would notice. */
const together = { ...shared, isolate: false };
/** Read by Node.js as the product is: what Vite makes of a module looks up each imported name anew at every use. */
const native = { ...together, experimental: { viteModuleRunner: false, nodeLoader: false } };

/** Only the `database` tests wait for a PostgreSQL; a run of the others starts none. Only pages need a compiler. */
export default defineConfig({
	test: {
		// By itself vitest leaves one core out, which is half of a machine with two.
		maxWorkers: '100%',
		projects: [
			{
				test: {
					...native,
					name: 'rules',
					include: ['packages/**/*.test.ts'],
					exclude: [COMMANDS, ...configDefaults.exclude]
				}
			},
			{
				plugins: [svelte({ configFile: false })],
				test: { ...together, name: 'pages', include: ['apps/web/**/*.test.ts'] }
			},
			{
				test: {
					...native,
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
