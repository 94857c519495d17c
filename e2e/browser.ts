import { existsSync } from 'node:fs';

/** The same engine without a window comes first: its own process costs half of what a whole browser does. */
const PLACES = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:/Program Files/Google/Chrome/Application/chrome.exe'
];

/** What Playwright switches off for pages like ours; a list of one's own replaces that of Playwright. */
const PLAYWRIGHT_SWITCHES_OFF = [
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'OptimizationHints',
	'NetworkTimeServiceQuerying',
	'AimEnabled',
	'PreconnectToSearch'
];

/** The lists under the address bar, which nobody sees: pages of their own that every new window would load. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	`--disable-features=${[...PLAYWRIGHT_SWITCHES_OFF, ...ADDRESS_BAR].join()}`
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
