import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The same engine without a window comes first: nothing stands before it that could keep it from drawing. */
const PLACES = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome'
];
const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update'
];

/** The Chromium of this machine: CHROMIUM_PATH, or where systems usually keep it. */
export function openChromium(): Promise<Browser> {
	const executablePath = [process.env.CHROMIUM_PATH ?? '', ...PLACES].find(
		(place) => place && existsSync(place)
	);
	if (!executablePath) throw new Error('No Chromium: apt-get install chromium, or set CHROMIUM_PATH.');
	return chromium.launch({ executablePath, args: ARGS });
}
