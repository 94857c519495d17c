import { getPath, listCohorts, listMyEnrolments } from '@stazhirovka/contract/cohorts';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility.ts';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import * as looks from '../screens/looks.ts';

const COHORT = 'Поток 1';
const HEAVIEST_SCRIPTS = 150_000;
const PHONE = 390;
const WIDE = 1440;

type Look = { path: string; main?: boolean };

const main = (path: string): Look => ({ path, main: true });
const also = (path: string): Look => ({ path });

test('the pages of a guest', async ({ stranger }) => {
	await lookAt(await stranger(), [
		main('/'),
		main('/programmes'),
		main('/programmes/adhd-lesson-12h'),
		also('/calendar'),
		also('/news'),
		also('/faq'),
		also('/status'),
		also('/support'),
		also('/check'),
		main('/sign-in'),
		main('/sign-up'),
		also('/reset')
	]);
});

test('the pages of an intern, whose scripts are light', async ({ as, api }) => {
	const own = await pathOf(await api('t-1'));
	const base = `/my/${own.enrolment.id}`;
	const figures = await lookAt(await as('t-1'), [
		main('/my?all'),
		main(base),
		main(`${base}/activities/m1a2`),
		main(`${base}/forms/correlation_card`),
		main(`${base}/diagnosis`),
		also('/chat'),
		main(`/chat/${own.groupRoomId}`),
		also('/account')
	]);

	const heavy = figures.filter(({ scripts }) => scripts >= HEAVIEST_SCRIPTS);
	expect(heavy).toEqual([]);
});

test('the pages of a tutor', async ({ as, api }) => {
	const cohort = await cohortOf(await api('tutor'));
	const { enrolment } = await pathOf(await api('t-1'));
	await lookAt(await as('tutor'), [
		main('/tutor'),
		main(`/tutor/cohorts/${cohort}`),
		main(`/tutor/cohorts/${cohort}/run-sheet`),
		main(`/tutor/interns/${enrolment.id}`)
	]);
});

test('the pages of a leader', async ({ as, api }) => {
	const cohort = await cohortOf(await api('leader'));
	await lookAt(await as('leader'), [
		main('/leader'),
		main(`/leader/cohorts/${cohort}`),
		main(`/leader/cohorts/${cohort}/enrolments`),
		also(`/leader/cohorts/${cohort}/certificates`),
		also(`/leader/cohorts/${cohort}/survey`),
		also('/leader/programmes'),
		also('/leader/cohorts/new')
	]);
});

test('the page of a coordinator', async ({ as }) => {
	await lookAt(await as('coordinator'), [main('/coordinator')]);
});

/** Each page on a phone in light colours and on a wide screen in dark ones, and at the widths between. */
async function lookAt(page: Page, pages: Look[]): Promise<looks.Figures[]> {
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
		for (const width of [...(main ? [320] : []), 768, WIDE]) await looks.expectFits(page, width);
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectAccessible(page);
	}
	for (const { path, scripts, paintedAfter } of figures)
		console.log(
			`${path}: scripts ${Math.round(scripts / 1000)} kB, painted after ${Math.round(paintedAfter)} ms`
		);
	return figures;
}

async function pathOf(intern: Api) {
	const enrolments = await intern.must(listMyEnrolments, {});
	const { id } = enrolments.find(({ cohort }) => cohort === COHORT) ?? { id: '' };
	return intern.must(getPath, { params: { id } });
}

async function cohortOf(person: Api): Promise<string> {
	const cohorts = await person.must(listCohorts, {});
	return cohorts.find(({ title }) => title === COHORT)?.id ?? '';
}
