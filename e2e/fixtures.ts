import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { openApi, type Api } from './api.ts';
import { PEOPLE, type PersonKey } from './people.ts';
import { Watch } from './watch.ts';

export { expect };

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

type Fixtures = {
	/** Complaints of the browser that a test brings about on purpose: a page that is not there, a lost network. */
	tolerated: RegExp[];
	watch: Watch;
	/** A page of nobody in particular. */
	stranger: (options?: Options) => Promise<Page>;
	/** A page of a new browser in which that person is signed in. */
	as: (person: PersonKey, options?: Options) => Promise<Page>;
	/** The same person at the API. */
	api: (person: PersonKey) => Promise<Api>;
};
type WorkerFixtures = { sessions: Map<PersonKey, State> };

export const test = base.extend<Fixtures, WorkerFixtures>({
	sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],

	tolerated: [[], { option: true }],

	watch: async ({ baseURL, tolerated }, use) => {
		const watch = new Watch(baseURL ?? '', tolerated);
		await use(watch);
		expect(watch.complaints).toEqual([]);
	},

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

	as: async ({ stranger, sessions }, use) => {
		await use(async (person, options) => {
			const known = sessions.get(person);
			if (known) return stranger({ ...options, storageState: known });

			const page = await stranger(options);
			sessions.set(person, await signIn(page, person));
			return page;
		});
	},

	api: async ({ as, sessions, baseURL }, use) => {
		await use(async (person) => {
			if (!sessions.has(person)) await as(person);
			const { cookies } = sessions.get(person) ?? { cookies: [] };
			return openApi(baseURL ?? '', cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
		});
	}
});

/** By one press, as the sign-in page of a demonstration offers it. */
async function signIn(page: Page, person: PersonKey): Promise<State> {
	await page.goto('/sign-in');
	await page.getByRole('button', { name: PEOPLE[person] }).click();
	await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
	return page.context().storageState();
}
