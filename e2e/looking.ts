import { expect, type Page } from '@playwright/test';
import path from 'node:path';
import { expectAccessible, expectLegible } from './accessibility.ts';
import * as looks from './screens/looks.ts';

type Look = { path: string; main?: boolean };

/** What the scripts of a page of an intern may weigh as they come over the wire, bytes. */
const HEAVIEST_SCRIPTS = 150_000;
const PHONE = 390;
const TABLET = 768;
const WIDE = 1440;
/** The narrowest screen, and a screen of 1280 px at 200 % zoom. */
const NARROW = [320, 640];

export const main = (path: string): Look => ({ path, main: true });
export const also = (path: string): Look => ({ path });

/**
 * Each page on a phone in light colours and at the wider sizes; main ones also narrow, and in dark colours, which the
 * others share with them.
 */
export async function lookAt(page: Page, pages: Look[]): Promise<looks.Figures[]> {
	const figures: looks.Figures[] = [];
	for (const { path: address, main } of pages) {
		await page.setViewportSize({ width: PHONE, height: 900 });
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		const response = await page.goto(address);
		expect(response?.status(), address).toBe(200);
		figures.push(await looks.measure(page));

		await looks.expectRussian(page);
		await looks.expectFits(page, PHONE);
		// As high as the page, so that the bar at the foot of a phone covers nothing when targets are measured.
		await looks.unroll(page);
		await expectAccessible(page);
		for (const width of [...(main ? NARROW : []), TABLET, WIDE]) await looks.expectFits(page, width);
		await page.emulateMedia({ colorScheme: 'dark' });
		if (main) await expectLegible(page);
		await keep(page);
	}
	for (const { path: address, scripts, paintedAfter } of figures)
		console.log(
			`${address}: scripts ${Math.round(scripts / 1000)} kB, painted after ${Math.round(paintedAfter)} ms`
		);
	return figures;
}

export function heavy(figures: looks.Figures[]): looks.Figures[] {
	return figures.filter(({ scripts }) => scripts >= HEAVIEST_SCRIPTS);
}

/** Pictures of the page for people to judge, when a folder for them is named by `PICTURES`. */
async function keep(page: Page): Promise<void> {
	const folder = process.env.PICTURES;
	if (!folder) return;
	const { pathname } = new URL(page.url());
	const name = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll('/', '_');
	const at = Date.now();
	await page.screenshot({ path: path.join(folder, `${name}-${at}-dark.png`), fullPage: true });
	await page.emulateMedia({ colorScheme: 'light' });
	for (const width of [PHONE, TABLET, WIDE]) {
		await page.setViewportSize({ width, height: 900 });
		await page.screenshot({ path: path.join(folder, `${name}-${at}-${width}.png`), fullPage: true });
	}
}
