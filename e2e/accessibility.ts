import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation that axe can see on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
	await expectNone(page, (await axeOn(page)).withTags(STANDARDS));
}

/** Enough contrast, in the colours that the page has now: all that colours can change. */
export async function expectLegible(page: Page): Promise<void> {
	await expectNone(page, (await axeOn(page)).withRules(['color-contrast']));
}

/**
 * Only what is wrong is told of in full: that is all that is read, and it is much faster. No page of ours holds a frame
 * of another origin, so axe need not open a page of its own to put the results of frames together.
 */
async function axeOn(page: Page): Promise<AxeBuilder> {
	// Half a megabyte of source, which a page that was looked at before has already.
	const known = await page.evaluate(() => 'axe' in window);
	return new AxeBuilder({ page, ...(known && { axeSource: 'void 0' }) })
		.options({ resultTypes: ['violations'] })
		.setLegacyMode();
}

async function expectNone(page: Page, axe: AxeBuilder): Promise<void> {
	const { violations } = await axe.analyze();
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`)
	);
	expect(found, `axe: ${page.url()}`).toEqual([]);
}
