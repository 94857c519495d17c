import { expect, type Page } from '@playwright/test';

export type Figures = { path: string; scripts: number; paintedAfter: number };

/** Words, names of licences and Roman numbers that are written in Latin letters in Russian too, addresses of people and of Russian sites, moments in titles of other journeys. */
const ALLOWED =
	/(?<![a-z])(PDF|ZIP|Excel|Open Badges|Word|JSON|XLSX|CSV|ODS|OpenDocument|SHA-256|QR|CC BY(?:-[A-Z]{2})*|docx|odt|pptx|odp|jpe?g|png|mp4|Ctrl|Enter|[IVX]+)(?![a-z])|[0-9a-f]{64}|\S+@\S+|[\w.-]+\.ru(?![\w.])|[\d-]+T[\d:]+/gi;
const LATIN = /\S*[a-z]\S*/gi;

/** Nothing sticks out of the page sideways at this width. */
export async function expectFits(page: Page, width: number): Promise<void> {
	await page.setViewportSize({ width, height: 900 });
	const beyond = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const out = [...document.querySelectorAll('body *')].filter(
			(element) => element.getBoundingClientRect().right > clientWidth
		);
		return out.map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
	});
	expect(beyond, `${page.url()} is wider than ${width} px by these`).toEqual([]);
}

/**
 * Makes the window as high as the page and as what scrolls inside it, so that nothing is covered or cut when targets are
 * measured; twice, as what is measured by the window grows with it.
 */
export async function unroll(page: Page): Promise<void> {
	const { width } = page.viewportSize() ?? { width: 0 };
	for (const _ of ['at first', 'grown']) {
		const height = await page.evaluate(() => {
			const hidden = [...document.querySelectorAll('[role=log]')].map(
				({ scrollHeight, clientHeight }) => scrollHeight - clientHeight
			);
			return document.documentElement.scrollHeight + Math.max(0, ...hidden);
		});
		await page.setViewportSize({ width, height });
	}
}

/** Everything that can be read is Russian. */
export async function expectRussian(page: Page): Promise<void> {
	const read = `${await page.title()} ${await page.locator('body').innerText()}`;
	const foreign = read.replace(ALLOWED, ' ').match(LATIN) ?? [];
	expect([...new Set(foreign)], `Latin words at ${page.url()}`).toEqual([]);
}

/** How heavy the scripts of the page are as they came over the wire, bytes, and when it was first painted, ms. */
export async function measure(page: Page): Promise<Figures> {
	const figures = await page.evaluate(() => {
		const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
		const scripts = loaded.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
		return {
			// The size of the body as sent, which is known for what came out of the cache, too.
			scripts: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
			paintedAfter: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
		};
	});
	return { path: new URL(page.url()).pathname, ...figures };
}
