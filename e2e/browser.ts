import { existsSync } from 'node:fs';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:/Program Files/Google/Chrome/Application/chrome.exe'
];

/** The Chromium of this machine: CHROMIUM_PATH, or where systems usually keep it. */
export function findChromium(environment = process.env): string {
	const found = [environment.CHROMIUM_PATH ?? '', ...PLACES].find((place) => place && existsSync(place));
	if (!found)
		throw new Error(
			'Для проверок в браузере нужен Chromium: apt-get install chromium, или задайте CHROMIUM_PATH.'
		);
	return found;
}
