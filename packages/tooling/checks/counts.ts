import { readFileSync } from 'node:fs';
import type { Outcome } from './check.ts';
import type { Done } from './run-program.ts';

type VitestReport = { numPassedTests: number; numTotalTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** Counts the tests of a vitest run by its JSON report. */
export function countVitest(done: Done, reportFile: string): Outcome {
	return count(done, reportFile, ({ numPassedTests, numTotalTests }: VitestReport) => ({
		passed: numPassedTests,
		failed: numTotalTests - numPassedTests
	}));
}

/** Counts the tests of a Playwright run by its JSON report. A test that passed only when repeated has failed. */
export function countPlaywright(done: Done, reportFile: string): Outcome {
	return count(done, reportFile, ({ stats }: PlaywrightReport) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + stats.skipped
	}));
}

/** A run that ended badly counts at least one failure, even when it wrote no report or blamed no test. */
function count<Report>(
	{ code, output }: Done,
	reportFile: string,
	read: (report: Report) => { passed: number; failed: number }
): Outcome {
	const { passed, failed } = readReport(reportFile, read) ?? { passed: 0, failed: 1 };
	return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output };
}

function readReport<Report, Counts>(file: string, read: (report: Report) => Counts): Counts | undefined {
	try {
		return read(JSON.parse(readFileSync(file, 'utf8')) as Report);
	} catch {
		return undefined;
	}
}
