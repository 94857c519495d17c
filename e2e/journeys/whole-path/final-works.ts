import {
	getBoard,
	getMyFinalWork,
	getReview,
	listMyReviews,
	saveReview,
	type Board
} from '@stazhirovka/contract/final-works';
import { draft } from '../../acts/cards.ts';
import type { Api } from '../../api.ts';
import { wholeAnswer } from '../../answers.ts';
import { expect, test } from '../../fixtures.ts';
import { found } from '../../found.ts';
import * as golden from '../../golden.ts';
import { INTERNS, internNamed, PEOPLE, type InternKey } from '../../people.ts';
import * as board from '../../screens/board.ts';
import * as works from '../../screens/final-work.ts';
import { expectSaved, fillSheet } from '../../screens/sheet.ts';
import type { World } from '../../world.ts';

type Work = Board['works'][number];

const REMARKS: Record<string, { choice: string; reason: string }> = {
	't-2': { choice: 'Зачесть работу', reason: 'Рецензенты по-разному поняли условия, работа зачтена.' },
	't-3': { choice: 'Вернуть на доработку', reason: 'Добавьте замеры до и после применения приёма.' },
	't-6': { choice: 'Вернуть на доработку', reason: 'Связь приёма и функции пока не показана.' }
};

/** Of the three own works two are good; that of `t-6` is weak whoever reads it. */
function scoresFor(author: InternKey, reviewer: InternKey, criteria: string[]): golden.Scores {
	const peer = golden.peerOf(author);
	if (peer) return golden.scoresOf(peer, reviewer);
	return Object.fromEntries(criteria.map((key) => [key, author === 't-6' ? 1 : 2]));
}

export function expertise(world: World): void {
	const theme = (intern: InternKey) => `Опоры на уроке, ${PEOPLE[intern].split(' ')[0]}`;
	const readBoard = (tutor: Api) => tutor.must(getBoard, { params: { id: world.cohortId } });
	const workOf = ({ works }: Board, intern: InternKey): Work =>
		found(works.find(({ author }) => author.fullName === PEOPLE[intern]));

	test('module 3: a final work is written on the page, all are published on the forum', async ({
		as,
		api
	}) => {
		for (const person of INTERNS) {
			const [page, intern, id] = [await as(person), await api(person), world.enrolment(person)];
			const own = { passport_3: theme(person) };
			if (person !== 't-1') await draft(intern, { id, key: 'final_work' }, own);
			await page.goto(works.finalWork(id));
			if (person === 't-1') {
				const { sheet } = await intern.must(getMyFinalWork, { params: { id } });
				await fillSheet(page, sheet.definition, wholeAnswer(sheet.definition, own));
				await expectSaved(page);
			}
			await works.publish(page);
		}

		const forum = await as('t-2');
		await forum.goto(`/my/${world.enrolment('t-2')}/forum`);
		for (const person of INTERNS)
			await expect(forum.getByRole('link', { name: theme(person) })).toBeVisible();
	});

	test('module 3: the tutor distributes the works, each is read by three of another school', async ({
		as,
		api
	}) => {
		const tutor = await as('tutor');
		await tutor.goto(board.board(world.cohortId));
		await board.allocate(tutor);

		const { allocation, works } = await readBoard(await api('tutor'));
		expect(allocation).toMatchObject({ pairs: 18, short: [], sameOrganisation: 0 });
		for (const { author, reviewers } of works) {
			expect(reviewers).toHaveLength(3);
			expect(reviewers.map(({ person }) => person.id)).not.toContain(author.id);
		}
	});

	test('module 3: everybody reviews three works by the rubric', async ({ as, api }) => {
		const all = await readBoard(await api('tutor'));
		for (const person of INTERNS) {
			const [page, reviewer, id] = [await as(person), await api(person), world.enrolment(person)];
			const given = await reviewer.must(listMyReviews, { params: { id } });
			expect(given).toHaveLength(3);
			for (const [n, review] of given.entries()) {
				const params = { id: review.id };
				const { sheet, work, criteria } = await reviewer.must(getReview, { params });
				const author = internNamed(found(all.works.find(({ id }) => id === work.id)).author.fullName);
				const scores = scoresFor(
					author,
					person,
					criteria.map(({ key }) => key)
				);
				const answer = wholeAnswer(sheet.definition, scores);
				const inFull = person === 't-1' && n === 0;

				if (!inFull) await reviewer.must(saveReview, { params, body: { revision: sheet.revision, answer } });
				await works.openReview(page, id, review.title);
				if (inFull) await fillSheet(page, sheet.definition, answer);
				if (inFull) await expectSaved(page);
				await works.sendReview(page);
			}
		}
	});

	test('module 3: the results of the reviews are the golden ones, in the order of the reviewers', async ({
		api
	}) => {
		const all = await readBoard(await api('tutor'));
		for (const person of ['t-1', 't-2', 't-3'] as const) {
			const { result, reviewers } = workOf(all, person);
			const peer = found(golden.peerOf(person));
			const order = reviewers.map((reviewer) => internNamed(reviewer.person.fullName));
			expect(golden.peerIn(found(result))).toEqual({ ...peer.expected, sums: golden.sumsOf(peer, order) });
		}
		const awaiting = all.works.filter(({ awaitsDecision }) => awaitsDecision);
		expect(awaiting.map(({ author }) => author.fullName).sort()).toEqual(
			Object.keys(REMARKS)
				.map((intern) => PEOPLE[intern as InternKey])
				.sort()
		);
	});

	test('module 3: the tutor decides with a reason where the rules ask, and announces all at once', async ({
		as,
		api
	}) => {
		const [tutor, all] = [await as('tutor'), await readBoard(await api('tutor'))];
		const author = await as('t-1');
		await author.goto(works.finalWork(world.enrolment('t-1')));
		await expect(author.getByText('Работу читают рецензенты')).toBeVisible();

		await tutor.goto(board.board(world.cohortId));
		for (const [intern, decision] of Object.entries(REMARKS))
			await board.decide(tutor, { title: workOf(all, intern as InternKey).title, ...decision });
		await board.announce(tutor);

		await author.reload();
		await expect(author.getByText('Итоговая работа зачтена', { exact: true })).toBeVisible();
		const [outcome] = (
			await (await api('t-1')).must(getMyFinalWork, { params: { id: world.enrolment('t-1') } })
		).results;
		expect(outcome).toMatchObject({ round: 1, total: 12, passed: true, decisionReason: null });
	});

	test('module 3: two works are revised once; one passes, the other does not', async ({ as, api }) => {
		const [tutor, all] = [await as('tutor'), await readBoard(await api('tutor'))];
		for (const [intern, choice] of [
			['t-3', 'Зачесть работу'],
			['t-6', 'Не зачитывать работу']
		] as const) {
			const [page, id] = [await as(intern), world.enrolment(intern)];
			await page.goto(works.finalWork(id));
			await expect(page.getByText('Работу нужно доработать')).toBeVisible();
			await page.getByRole('textbox', { name: 'Следующий шаг' }).fill('Добавлены замеры до и после.');
			await works.publishRevision(page);

			await tutor.goto(board.board(world.cohortId));
			const reason = `Доработка прочитана: ${choice.toLowerCase()}.`;
			await board.decide(tutor, { title: workOf(all, intern).title, choice, reason });
			const { state, results } = await (await api(intern)).must(getMyFinalWork, { params: { id } });
			const passed = choice === 'Зачесть работу';
			expect(state).toBe(passed ? 'passed' : 'failed');
			expect(results.at(-1)).toMatchObject({ round: 2, passed, decisionReason: reason });
		}
	});
}
