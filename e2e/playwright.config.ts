import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './browser.ts';

/** Journeys share one running product, so each makes its own people; BASE_URL is set by `npm test`. */
export default defineConfig({
	testDir: 'journeys',
	outputDir: 'results',
	// One for each core; every journey has a cohort of its own.
	workers: 2,
	forbidOnly: true,
	// The longest first: the others fill the second worker meanwhile.
	projects: [
		{ name: 'path', testMatch: '**/whole-path.spec.ts' },
		{ name: 'others', testIgnore: '**/whole-path.spec.ts' }
	],
	timeout: 240_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
		actionTimeout: 20_000,
		navigationTimeout: 20_000,
		locale: 'ru-RU',
		timezoneId: 'Europe/Moscow',
		// What was done and asked for; pictures of every step would cost as much as the steps themselves.
		trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
		screenshot: 'only-on-failure',
		launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS }
	}
});
