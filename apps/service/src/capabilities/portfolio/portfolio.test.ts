import { downloadPortfolio, listOwnDocuments } from '@stazhirovka/contract/portfolio';
import { getMyFinalWork } from '@stazhirovka/contract/final-works';
import { getRecommendations, rateReview, submitRecommendations } from '@stazhirovka/contract/results';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCertificate, replaceCertificate } from '@stazhirovka/contract/certificates';
import { wholeAnswer } from '../../testing/answer.ts';
import { Expertise } from '../../testing/expertise.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-02-10T09:00:00Z' });
const expertise = new Expertise(world);
let names: string[];
let parts: Record<string, Uint8Array>;

async function portfolioOf(person: { id: string }) {
	const visitor = await world.as(person);
	const response = await visitor.inject({ method: 'GET', url: `/api${downloadPortfolio.url}` });
	return { headers: response.headers, parts: unzipSync(response.rawPayload) };
}

/** The author answers to every recommendation, and about the usefulness of one review of two. */
async function answerRecommendations(n: number): Promise<void> {
	const { intern, params: enrolment } = await expertise.learner(n);
	const params = { id: await expertise.workId(n) };
	const { sheet } = await intern.must(getRecommendations, { params });
	const answer = wholeAnswer(sheet.definition) as never;
	await intern.must(submitRecommendations, { params, body: { revision: sheet.revision, answer } });
	const { reviews } = await intern.must(getMyFinalWork, { params: enrolment });
	await intern.must(rateReview, { params: { id: reviews[0]!.toRate! }, body: { answer: 'skipped' } });
}

beforeAll(async () => {
	await expertise.announceThree();
	await expertise.accept(1);
	await expertise.answerSurvey(1);
	await answerRecommendations(1);
	const leader = await world.as(world.leader);
	const { id } = await leader.must(issueCertificate, { params: { id: expertise.enrolment(1) } });
	await leader.must(replaceCertificate, { params: { id }, body: { as: 'duplicate', cause: 'loss' } });
	({ parts } = await portfolioOf(expertise.person(1)));
	names = Object.keys(parts);
}, 60_000);
afterAll(() => world.close());

test('R119: my documents are listed over all cohorts with what the register says of them', async () => {
	const { documents } = await (await world.as(expertise.person(1))).must(listOwnDocuments, {});
	expect(documents.map(({ number, status }) => `${number} ${status}`)).toEqual([
		'912-2027-0002 valid',
		'912-2027-0001 replaced'
	]);
	expect(await (await world.as(world.stranger)).must(listOwnDocuments, {})).toEqual({
		documents: [],
		repeated: [],
		studies: false
	});
});

test('R118: the portfolio holds documents, the work, results, cards and accepted tasks', () => {
	const [folder = ''] = names
		.filter((name) => name !== 'Портфолио.html')
		.map((name) => name.split('/')[0] ?? '');
	const inside = names
		.filter((name) => name !== 'Портфолио.html')
		.map((name) => name.slice(folder.length + 1));
	expect(inside.slice(0, 5)).toEqual([
		'Документы/912-2027-0002.pdf',
		'Документы/912-2027-0001.pdf',
		'Итоговая работа/Версия 1.html',
		'Результаты.html',
		'Таблица рекомендаций.html'
	]);
	expect(inside.filter((name) => name.startsWith('Задания/')).length).toBeGreaterThan(0);
	expect(inside.some((name) => /^Карты\/\d+ Карта оценки результативности/.test(name))).toBe(true);
	expect(strFromU8(parts[`${folder}/Документы/912-2027-0001.pdf`]!.slice(0, 5))).toBe('%PDF-');
});

test('R118: the finished table has its answers; marks of a review stay covered until its author has answered about it', () => {
	const pageOf = (name: string) => strFromU8(parts[names.find((one) => one.endsWith(`/${name}.html`))!]!);
	const table = pageOf('Таблица рекомендаций');
	expect(table.match(/<td>Принято<\/td>/g)?.length).toBe(table.match(/<tr><td>/g)?.length);
	const [, first = '', second = ''] = pageOf('Результаты').split(/<h2>Рецензент \d<\/h2>/);
	expect([first, second].map((review) => />\d<\/p>/.test(review))).toEqual([true, false]);
});

test('R118: the list names every file by a way that opens offline, and nothing asks for the network', () => {
	const index = strFromU8(parts['Портфолио.html']!);
	const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
	expect(links.toSorted()).toEqual(names.filter((name) => name !== 'Портфолио.html').toSorted());
	for (const name of names.filter((one) => one.endsWith('.html'))) {
		expect([name, strFromU8(parts[name]!).match(/(?:src|href)="(?:https?:)?\/\//)]).toEqual([name, null]);
	}
});

test('R167: nobody else is named in it, and everybody has only the own', async () => {
	const text = names
		.filter((name) => name.endsWith('.html'))
		.map((name) => strFromU8(parts[name]!))
		.join('\n');
	const others = [...world.interns.slice(1), world.tutor, world.otherTutor];
	expect(others.map(({ surname }) => text.includes(surname))).toEqual(others.map(() => false));
	expect(text).toContain(expertise.person(1).surname);

	const stranger = await portfolioOf(world.stranger);
	expect(Object.keys(stranger.parts)).toEqual(['Портфолио.html']);
	expect(stranger.headers['cache-control']).toBe('private, no-store');
	expect((await recorded(world.db, 'portfolio', [world.stranger.id])).length).toBe(1);
	const nobody = await (await world.as(null)).inject({ method: 'GET', url: '/api/portfolio' });
	expect(nobody.statusCode).toBe(401);
});
