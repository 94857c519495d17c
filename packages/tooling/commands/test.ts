/** `npm test`: every check and every test. The last line counts them; a check counts as one test. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '@stazhirovka/db/testing';
import { journeys } from '../checks/journeys.ts';
import { runChecks } from '../checks/schedule.ts';
import { BUILD, STATIC_CHECKS } from '../checks/static-checks.ts';
import { tell } from '../checks/tell.ts';
import { unitTests } from '../checks/unit-tests.ts';

const WIDTH = 2;

const reports = mkdtempSync(path.join(scratchFolder(), 'stazhirovka-reports-'));
chmodSync(reports, 0o755);

try {
	// The journeys measure how the product feels, so nothing else runs beside them.
	const readers = [BUILD, ...STATIC_CHECKS];
	const before = [...readers, unitTests(reports)];
	const all = [
		...before,
		journeys(
			reports,
			before.map(({ name }) => name)
		)
	];

	const finished = await runChecks(all, WIDTH, tell);
	const passed = finished.reduce((sum, outcome) => sum + outcome.passed, 0);
	const failed = finished.reduce((sum, outcome) => sum + outcome.failed, 0);

	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
} finally {
	rmSync(reports, { recursive: true, force: true });
}
