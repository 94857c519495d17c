import { getPath, listCohorts, listMyEnrolments } from '@stazhirovka/contract/cohorts';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const COHORT = 'Поток 1';
const NOBODY = '019b0000-0000-7000-8000-000000000000';

test.use({ tolerated: [[/status of 404/], { scope: 'test' }] });

test('another intern, tutor or site sees of «Поток 1» no more than of what does not exist', async ({ as, api }) => {
	const enrolments = await (await api('t-1')).must(listMyEnrolments, {});
	const enrolment = enrolments.find(({ cohort }) => cohort === COHORT)?.id ?? '';
	const { privateRoomId } = await (await api('t-1')).must(getPath, { params: { id: enrolment } });
	const cohorts = await (await api('leader')).must(listCohorts, {});
	const cohort = cohorts.find(({ title }) => title === COHORT)?.id ?? '';

	const intern = await as('t-2');
	for (const place of ['', '/activities/m1a2', '/forms/blank_plan', '/diagnosis', '/learning-route', '/certificate'])
		await expectMissing(intern, (id) => `/my/${id}${place}`, enrolment);
	await expectMissing(intern, (id) => `/chat/${id}`, privateRoomId ?? '');

	const tutor = await as('otherTutor');
	for (const place of ['', '/deficit-card', '/learning-route'])
		await expectMissing(tutor, (id) => `/tutor/interns/${id}${place}`, enrolment);
	for (const place of ['', '/run-sheet', '/board'])
		await expectMissing(tutor, (id) => `/tutor/cohorts/${id}${place}`, cohort);
	await expectMissing(tutor, (id) => `/chat/${id}`, privateRoomId ?? '');

	const leader = await as('otherLeader');
	for (const place of ['', '/enrolments', '/certificates', '/survey'])
		await expectMissing(leader, (id) => `/leader/cohorts/${id}${place}`, cohort);
	await expectMissing(leader, (id) => `/tutor/interns/${id}`, enrolment);
});

test('a guest is led to sign-in, comes back after it, and an address of nothing says so', async ({ stranger }) => {
	const page = await stranger();
	for (const place of ['/my', '/tutor', '/leader', '/coordinator', '/chat', '/account', `/my/${NOBODY}`]) {
		await page.goto(place);
		await expect(page, place).toHaveURL(`/sign-in?back=${encodeURIComponent(place)}`);
	}
	for (const place of ['/nowhere', '/programmes/nothing', '/reset/nothing/more']) {
		const response = await page.goto(place);
		expect(response?.status(), place).toBe(404);
		await expect(page.getByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
	}

	await page.goto('/account/sessions');
	await page.getByLabel('Электронная почта').fill('t-2@severorechensk.example');
	await page.getByLabel('Пароль').fill('не тот пароль');
	await page.getByRole('button', { name: 'Войти', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Почта или пароль не подходят');
	await page.getByLabel('Пароль').fill('demonstration-2026');
	await page.getByRole('button', { name: 'Войти', exact: true }).click();
	await expect(page).toHaveURL('/account/sessions');
});

/** The page of another's thing is the page of no thing, to the letter. */
async function expectMissing(page: Page, address: (id: string) => string, id: string): Promise<void> {
	const told: string[] = [];
	for (const one of [id, NOBODY]) {
		const response = await page.goto(address(one));
		expect(response?.status(), address(one)).toBe(404);
		await expect(page.getByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
		told.push(await page.getByRole('main').innerText());
	}
	expect(told[0], address(id)).toBe(told[1]);
}
