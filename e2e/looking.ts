import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import * as looks from './screens/looks.ts';

type Look = { path: string; main?: boolean };

/** What the scripts of a page of an intern may weigh as they come over the wire, bytes. */
const HEAVIEST_SCRIPTS = 150_000;
const PHONE = 390;
const WIDE = 1440;
/** The narrowest screen, and a screen of 1280 px at 200 % zoom. */
const NARROW = [320, 640];

export const main = (path: string): Look => ({ path, main: true });
export const also = (path: string): Look => ({ path });

/** Each page on a phone in light colours and on a wide screen in dark ones, and at the widths between. */
export async function lookAt(page: Page, pages: Look[]): Promise<looks.Figures[]> {
	const figures: looks.Figures[] = [];
	for (const { path, main } of pages) {
		await page.setViewportSize({ width: PHONE, height: 900 });
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(200);
		figures.push(await looks.measure(page));

		await looks.expectRussian(page);
		await looks.expectFits(page, PHONE);
		// As high as the page, so that the bar at the foot of a phone covers nothing when targets are measured.
		await looks.unroll(page);
		await expectAccessible(page);
		for (const width of [...(main ? NARROW : []), 768, WIDE]) await looks.expectFits(page, width);
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectAccessible(page);
	}
	for (const { path, scripts, paintedAfter } of figures)
		console.log(
			`${path}: scripts ${Math.round(scripts / 1000)} kB, painted after ${Math.round(paintedAfter)} ms`
		);
	return figures;
}

export function heavy(figures: looks.Figures[]): looks.Figures[] {
	return figures.filter(({ scripts }) => scripts >= HEAVIEST_SCRIPTS);
}
