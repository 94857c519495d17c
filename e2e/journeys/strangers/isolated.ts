import { getPath, listCohorts, listMyEnrolments } from '@stazhirovka/contract/cohorts';
import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures.ts';
import { openApi, type Api } from '../../api.ts';

const COHORT = 'Поток 1';
const NOBODY = '019b0000-0000-7000-8000-000000000000';

export function isolated(): void {
	test('another intern, tutor or site sees of «Поток 1» no more than of what does not exist', async ({
		as,
		api
	}) => {
		const { enrolment, cohort, room } = await idsOf(await api('t-1'), await api('leader'));

		const intern = await as('t-2');
		for (const place of [
			'',
			'/activities/m1a2',
			'/forms/blank_plan',
			'/diagnosis',
			'/tasks/T01',
			'/certificate'
		])
			await expectMissing(intern, (id) => `/my/${id}${place}`, enrolment);
		await expectMissing(intern, (id) => `/chat/${id}`, room);

		const tutor = await as('otherTutor');
		for (const place of ['', '/deficit-card', '/learning-route'])
			await expectMissing(tutor, (id) => `/tutor/interns/${id}${place}`, enrolment);
		for (const place of ['', '/run-sheet', '/board'])
			await expectMissing(tutor, (id) => `/tutor/cohorts/${id}${place}`, cohort);
		await expectMissing(tutor, (id) => `/chat/${id}`, room);

		const leader = await as('otherLeader');
		for (const place of ['', '/pace', '/alerts', '/enrolments', '/certificates', '/survey'])
			await expectMissing(leader, (id) => `/leader/cohorts/${id}${place}`, cohort);
		await expectMissing(leader, (id) => `/tutor/interns/${id}`, enrolment);

		await leader.goto(`/leader/cohorts/${cohort}`);
		await expect(leader.getByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
	});

	test('R167: a room of the staff is not there for whom it is not open', async ({ as }) => {
		const closed = [
			['t-2', '/tutor', '/leader', '/leader/programmes', '/leader/cohorts/new', '/coordinator'],
			['tutor', '/leader', '/leader/programmes', '/coordinator'],
			['leader', '/tutor', '/coordinator']
		] as const;
		for (const [who, ...places] of closed) {
			const { request } = await as(who);
			for (const place of places) expect((await request.get(place)).status(), `${who} ${place}`).toBe(404);
		}
	});

	test('the service tells others and guests of «Поток 1» nothing either', async ({ api, baseURL }) => {
		const { enrolment, cohort } = await idsOf(await api('t-1'), await api('leader'));
		const statusOf = async (person: Api, id: string) => {
			const answer = await person.call(getPath, { params: { id } });
			return answer.ok ? 200 : answer.refusal.status;
		};
		expect(await statusOf(await api('t-2'), enrolment)).toBe(404);
		expect(await statusOf(await api('otherTutor'), enrolment)).toBe(404);
		expect(await statusOf(openApi(baseURL ?? '', ''), enrolment)).toBe(401);
		expect((await fetch(`${baseURL}/api/cohorts/${cohort}`)).status).toBe(401);
	});

	test('a guest is led to sign-in; an address of nothing says so', async ({ stranger }) => {
		const page = await stranger();
		for (const place of ['/my', '/tutor', '/leader', '/coordinator', '/chat', '/account', `/my/${NOBODY}`]) {
			const response = await page.request.get(place);
			expect(new URL(response.url()).searchParams.get('back'), place).toBe(place);
			expect(new URL(response.url()).pathname, place).toBe('/sign-in');
		}
		for (const place of ['/nowhere', '/programmes/nothing', '/v', '/works'])
			expect((await page.request.get(place)).status(), place).toBe(404);

		await page.goto('/nowhere');
		await expect(page.getByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
	});
}

async function idsOf(intern: Api, leader: Api) {
	const enrolments = await intern.must(listMyEnrolments, {});
	const enrolment = enrolments.find(({ cohort }) => cohort === COHORT)?.id ?? '';
	const { privateRoomId } = await intern.must(getPath, { params: { id: enrolment } });
	const cohorts = await leader.must(listCohorts, {});
	return {
		enrolment,
		cohort: cohorts.find(({ title }) => title === COHORT)?.id ?? '',
		room: privateRoomId ?? ''
	};
}

/** The page of another's thing is the page of no thing, to the letter; only what is drawn anew for each answer differs. */
async function expectMissing({ request }: Page, address: (id: string) => string, id: string): Promise<void> {
	const told = [];
	for (const one of [id, NOBODY]) {
		const response = await request.get(address(one));
		expect(response.status(), address(one)).toBe(404);
		const text = await response.text();
		told.push(text.replaceAll(one, '').replaceAll(/nonce="[^"]*"/g, ''));
	}
	expect(told[0] === told[1], `${address(id)} is as if it were not there`).toBe(true);
}
