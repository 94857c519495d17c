import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { openApi, type Api } from './api.ts';
import { PEOPLE, type PersonKey } from './people.ts';
import { Watch } from './watch.ts';

export { expect };

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

type Fixtures = {
	/** Complaints of the browser that a test brings about on purpose: a page that is not there, a lost network. */
	tolerated: RegExp[];
	watched: Watch;
	/** A page of a new browser in which nobody is signed in. */
	stranger: (options?: Options) => Promise<Page>;
	/** A page of that person's browser, which stays signed in from test to test; with options, of a new one. */
	as: (person: PersonKey, options?: Options) => Promise<Page>;
	/** The same person at the API. */
	api: (person: PersonKey) => Promise<Api>;
};
type WorkerFixtures = { watch: Watch; browsers: Map<PersonKey, BrowserContext> };

export const test = base.extend<Fixtures, WorkerFixtures>({
	watch: [
		async ({ browserName: _ }, use, { project }) => use(new Watch(project.use.baseURL ?? '')),
		{ scope: 'worker' }
	],

	browsers: [
		async ({ browser: _ }, use) => {
			const browsers = new Map<PersonKey, BrowserContext>();
			await use(browsers);
			for (const context of browsers.values()) await context.close();
		},
		{ scope: 'worker' }
	],

	tolerated: [[], { option: true }],

	watched: [
		async ({ watch, tolerated }, use) => {
			await use(watch);
			expect(watch.take(tolerated)).toEqual([]);
		},
		{ auto: true }
	],

	stranger: async ({ browser, watch }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (options) => {
			const context = await browser.newContext(options);
			contexts.push(context);
			watch.over(context);
			return context.newPage();
		});
		for (const context of contexts) await context.close();
	},

	as: async ({ browser, browsers, stranger, watch }, use) => {
		const pages: Page[] = [];
		await use(async (person, options) => {
			const known = browsers.get(person);
			const context = known ?? (await browser.newContext());
			if (!known) {
				browsers.set(person, context);
				watch.over(context);
				await signIn(context, person);
			}
			if (options) return stranger({ ...options, storageState: await context.storageState() });

			const page = await context.newPage();
			pages.push(page);
			return page;
		});
		for (const page of pages) await page.close();
	},

	api: async ({ as, browsers, baseURL }, use) => {
		await use(async (person) => {
			if (!browsers.has(person)) await as(person);
			const cookies = (await browsers.get(person)?.cookies()) ?? [];
			return openApi(baseURL ?? '', cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
		});
	}
});

/** By one press, as the sign-in page of a demonstration offers it. */
async function signIn(context: BrowserContext, person: PersonKey): Promise<void> {
	const page = await context.newPage();
	await page.goto('/sign-in');
	await page.getByRole('button', { name: PEOPLE[person] }).click();
	await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
	await page.close();
}
