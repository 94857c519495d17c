import path from 'node:path';
import { program } from '../commands/programs.ts';
import type { Check } from './check.ts';
import { countPlaywright } from './counts.ts';
import { startProduct } from './product.ts';
import { runProgram } from './run-program.ts';

/** Browser journeys through the whole product, started anew on a free port with a database of its own. */
export function journeys(reports: string, after: string[]): Check {
	return {
		name: 'journeys',
		after,
		async run() {
			const report = path.join(reports, 'playwright.json');
			const product = await startProduct(path.join(reports, 'data'));
			try {
				const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter', 'list,json'];
				const environment = { BASE_URL: product.address, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
				const done = await runProgram(program('@playwright/test', 'playwright'), args, environment);
				return countPlaywright(done, report);
			} finally {
				await product.stop();
			}
		}
	};
}
