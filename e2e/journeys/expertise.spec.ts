import { listCohortCompletions } from '@stazhirovka/contract/certificates';
import {
	announceResults,
	getBoard,
	getProposal,
	listMyReviews,
	moderateWork,
	proposeAllocation
} from '@stazhirovka/contract/final-works';
import { answerSurvey, getSurvey } from '@stazhirovka/contract/surveys';
import { expectAccessible } from '../accessibility.ts';
import * as crowd from '../acts/crowd.ts';
import { seat } from '../acts/newcomers.ts';
import * as walking from '../acts/walking.ts';
import { wholeAnswer } from '../answers.ts';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import * as allocation from '../screens/allocation.ts';
import * as appeals from '../screens/appeal.ts';
import * as batches from '../screens/batch.ts';
import * as certificates from '../screens/certificate.ts';
import { World } from '../world.ts';

/* Module 3 of twenty-four people of five schools: two are late, one says nothing, one knows an author. */
test.describe.configure({ mode: 'serial' });

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SIZES = [8, 6, 4, 3, 3];
const IN_TIME = 22;
const EACH = 3;

const world = new World('Поток экспертизы');
const params = () => ({ id: world.cohortId });
const place = (part: string) => `/leader/cohorts/${world.cohortId}/${part}`;
let guests: crowd.Guest[] = [];
const guest = (n: number) => found(guests[n]);
/** Of the greatest school: knows the author of the first work that was given; of others: silent, and marked low. */
const [KNOWS, SILENT, LOW] = [0, 9, 15];

/** Everybody's reviewers as the leader sees them; colleagues and doubled pairs are found at once. */
async function pairs(leader: Api): Promise<Map<string, string[]>> {
	const { works } = await leader.must(getBoard, { params: params() });
	for (const { reviewers, organisation } of works) {
		const names = reviewers.map(({ person }) => person.fullName);
		expect(new Set(names).size).toBe(names.length);
		expect(reviewers.map((one) => one.organisation)).not.toContain(organisation);
	}
	return new Map(
		works.map(({ author, reviewers }) => [author.fullName, reviewers.map(({ person }) => person.fullName)])
	);
}

test('twenty-four people of five schools come to their final works, two of them late', async ({
	api,
	baseURL
}) => {
	const [leader, tutor] = [await api('leader'), await api('tutor')];
	guests = await crowd.register(baseURL ?? '', await api('coordinator'), SIZES);
	world.cohortId = await crowd.gather(leader, guests, world.title);
	await crowd.study(guests, tutor, world.title);
	for (const one of guests.slice(0, IN_TIME)) await walking.publish(crowd.walkOf(one, tutor));
	const { works } = await leader.must(getBoard, { params: params() });
	expect(works).toHaveLength(IN_TIME);
});

test('R115 the leader sees the whole allocation and why each pair, and only then gives the works out', async ({
	as,
	api
}) => {
	const page = await as('leader');
	await allocation.propose(page, place('allocation'));
	await expect(page.getByText('Всё честно', { exact: true })).toBeVisible();
	await page.getByText('Почему эта пара').first().click();
	await expect(page.getByText('Выпало по жребию.').first()).toBeVisible();
	await expectAccessible(page);
	expect(await guest(0).api.must(listMyReviews, { params: { id: guest(0).enrolment } })).toEqual([]);

	await allocation.release(page);
	const given = await pairs(await api('leader'));
	expect([...given.values()].map((names) => names.length)).toEqual(Array(IN_TIME).fill(EACH));
});

test('R115 who knows the author, who is silent and who is late: works go on to others, nothing begun moves', async ({
	as,
	api,
	stranger,
	baseURL
}) => {
	const leader = await api('leader');
	const [first] = await guest(KNOWS).api.must(listMyReviews, { params: { id: guest(KNOWS).enrolment } });
	const { id: review } = found(first);
	const page = await stranger(PHONE);
	await seat(page, baseURL ?? '', guest(KNOWS));
	await page.goto(`/my/${guest(KNOWS).enrolment}/reviews/${review}`, { waitUntil: 'networkidle' });
	await allocation.decline(page, 'Работаем вместе над пособием');
	const after = await pairs(leader);
	expect([...after.values()].map((names) => names.length)).toEqual(Array(IN_TIME).fill(EACH));
	const left = await guest(KNOWS).api.must(listMyReviews, { params: { id: guest(KNOWS).enrolment } });
	expect(left.map(({ id }) => id)).not.toContain(review);

	const begun = guest(3);
	await walking.reviewAll(crowd.walkOf(begun, await api('tutor')), () => 2);
	for (const late of guests.slice(IN_TIME)) await walking.publish(crowd.walkOf(late, await api('tutor')));
	const silent = guest(SILENT);
	const body = { silent: [silent.enrolment] };
	const { id } = await leader.must(proposeAllocation, { params: params(), body });
	const { dropped } = await leader.must(getProposal, { params: { id } });
	expect(dropped.filter(({ because }) => because === 'silent')).not.toEqual([]);

	const desk = await as('leader');
	await desk.goto(place(`allocation/${id}`), { waitUntil: 'networkidle' });
	await allocation.redraw(desk);
	await expect(desk.getByText('рецензент молчит').first()).toBeVisible();
	await expectAccessible(desk);
	await allocation.release(desk);
	const whole = await pairs(leader);
	expect(whole.size).toBe(guests.length);
	expect([...whole.values()].flat()).not.toContain(silent.fullName);
	expect([...whole.values()].map((names) => names.length)).toEqual(Array(guests.length).fill(EACH));
	const had = [...after].filter(([, names]) => names.includes(begun.fullName)).map(([author]) => author);
	for (const author of had) expect(whole.get(author)).toContain(begun.fullName);
});

test('R117 the results are announced in one act; an author appeals on a phone, the tutor answers with reasons', async ({
	as,
	api,
	stranger,
	baseURL
}) => {
	const tutor = await api('tutor');
	const low = guest(LOW);
	for (const one of guests)
		await walking.reviewAll(crowd.walkOf(one, tutor), (author) => (author === low.fullName ? 1 : 2));
	const { works } = await tutor.must(getBoard, { params: params() });
	const awaiting = works.filter(({ awaitsDecision }) => awaitsDecision);
	expect(awaiting.map(({ author }) => author.fullName)).toEqual([low.fullName]);
	const { id: work } = found(awaiting[0]);
	const decision = { passed: false, reason: 'Добавьте замеры до и после.' };
	await tutor.must(moderateWork, { params: { id: work }, body: decision });
	await tutor.must(announceResults, { params: params() });

	const phone = await stranger(PHONE);
	await seat(phone, baseURL ?? '', low);
	await phone.goto(`/works/${work}/appeal`, { waitUntil: 'networkidle' });
	await expectAccessible(phone);
	await appeals.send(phone, 'Замеры до и после есть в приложении к работе, их не открыли.');
	await expect(phone.getByText('Ответ придёт до конца дня')).toBeVisible();

	const desk = await as('tutor');
	await desk.goto(`/works/${work}/appeal`, { waitUntil: 'networkidle' });
	await expectAccessible(desk);
	await appeals.raise(desk, { to: 2, because: 'Замеры приложены, вывод следует из них.' });
	await phone.goto(`/works/${work}/appeal`, { waitUntil: 'networkidle' });
	await expect(phone.getByText('Работа зачтена.')).toBeVisible();
});

test('X1 a batch that one prepares and another approves is printed by itself; who fell short is not in it', async ({
	as,
	api
}) => {
	for (const { api: own, enrolment: id } of guests) {
		const { definition } = await own.must(getSurvey, { params: { id } });
		await own.must(answerSurvey, { params: { id }, body: { answer: wholeAnswer(definition) } });
	}
	const leader = await as('leader');
	const address = await batches.prepare(leader, place('certificates/batches/new'));
	await expectAccessible(leader);
	await expect(leader.getByRole('button', { name: 'Утвердить и напечатать' })).toHaveCount(0);

	const other = await as('coordinator');
	await other.goto(address, { waitUntil: 'networkidle' });
	await batches.approve(other);
	await expect(leader.getByText('Напечатана', { exact: true })).toBeVisible({ timeout: 120_000 });
	await expect(leader.getByRole('link', { name: 'Скачать все документы (ZIP)' })).toBeVisible();

	const completions = await (await api('leader')).must(listCohortCompletions, { params: params() });
	const without = completions.filter(({ certificate }) => certificate === null);
	expect(without.map(({ person }) => person.fullName)).toEqual([guest(SILENT).fullName]);
	const numbers = completions.flatMap(({ certificate }) => certificate?.number ?? []);
	expect(new Set(numbers).size).toBe(guests.length - 1);
});

test('X2 X3 a duplicate and a void, and what a stranger on a phone reads of each', async ({
	as,
	api,
	stranger
}) => {
	const before = await (await api('leader')).must(listCohortCompletions, { params: params() });
	const pathOf = (one: crowd.Guest) =>
		found(before.find(({ person }) => person.fullName === one.fullName)?.certificate).checkPath;
	const [lost, wrong, fine] = [guest(1), guest(2), guest(4)];
	const page = await as('leader');
	await page.goto(place('certificates'), { waitUntil: 'networkidle' });
	await certificates.change(page, lost.fullName, { what: 'Выдать дубликат', cause: 'Документ утерян' });
	await page.goto(place('certificates'), { waitUntil: 'networkidle' });
	await certificates.change(page, wrong.fullName, {
		what: 'Аннулировать документ',
		reason: 'Выдан по ошибке'
	});

	const phone = await stranger(PHONE);
	await phone.goto(pathOf(lost));
	await expect(phone.getByText('Вместо него выдан дубликат')).toBeVisible();
	await phone.goto(pathOf(wrong));
	await expect(phone.getByText('Документ аннулирован')).toBeVisible();
	await phone.goto(pathOf(fine));
	await expect(phone.getByText('Документ действителен')).toBeVisible();
	await expect(phone.getByText(fine.fullName)).toHaveCount(0);
	await expectAccessible(phone);
});
