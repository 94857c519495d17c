import { finishDiagnosis, getDeficitCard } from '@stazhirovka/contract/diagnostics';
import { getForm } from '@stazhirovka/contract/forms';
import { getLearningRoute } from '@stazhirovka/contract/learning-routes';
import { draft } from '../../acts/cards.ts';
import { dayFromNow } from '../../answers.ts';
import { expect, test } from '../../fixtures.ts';
import { found } from '../../found.ts';
import * as golden from '../../golden.ts';
import { INTERNS, type InternKey } from '../../people.ts';
import * as deficits from '../../screens/deficit-card.ts';
import * as routes from '../../screens/learning-route.ts';
import { expectSaved, fillSheet } from '../../screens/sheet.ts';
import type { World } from '../../world.ts';

/** Whose golden answers each gives: `t-4` has no deficits either, `t-5` and `t-6` have many. */
const ANSWERS: Record<InternKey, golden.Trainee> = {
	't-1': 't-1',
	't-2': 't-2',
	't-3': 't-3',
	't-4': 't-2',
	't-5': 't-1',
	't-6': 't-1'
};
const SEEN = 'На уроке видно иное, чем в ответах.';
const NEEDED = 'В моём классе сейчас нужнее именно эта работа.';

export function diagnosing(world: World): void {
	test('module 1: with five items left unanswered no card is built', async ({ api }) => {
		const { answers, expected } = golden.tooFewAnswers;
		const params = { id: world.enrolment('t-4') };
		const answer = await (
			await api('t-4')
		).call(finishDiagnosis, { params, body: { revision: 0, answer: answers } });
		expect(answer).toMatchObject({
			refusal: {
				problem: {
					code: 'deficit_card.too_many_unanswered',
					details: { unanswered: expected.unanswered }
				}
			}
		});
	});

	test('module 1: the diagnostic is answered on the page and gives the deficit card', async ({ as, api }) => {
		const params = { id: world.enrolment('t-1'), key: 'diagnostic' };
		const { definition } = await (await api('t-1')).must(getForm, { params, querystring: {} });
		const page = await as('t-1');
		await page.goto(`/my/${params.id}/activities/m1a5`);
		await page.getByRole('link', { name: 'Пройти диагностику' }).click();
		await fillSheet(page, definition, golden.answersOf('t-1'));
		await expect(page.getByText('Отвечено 24 из 24')).toBeVisible();
		await expectSaved(page);
		await page.getByRole('button', { name: 'Сдать диагностику' }).click();
		await deficits.expectCard(page);
	});

	test('module 1: all cards are signed by both, one after the tutor’s own decision', async ({ as, api }) => {
		const tutor = await as('tutor');
		for (const person of INTERNS) {
			const id = world.enrolment(person);
			const page = await as(person);
			if (person === 't-1') {
				await page.goto(deficits.internCard(id));
			} else {
				await draft(await api(person), { id, key: 'diagnostic' }, golden.answersOf(ANSWERS[person]));
				await page.goto(`/my/${id}/diagnosis`);
				await page.getByRole('button', { name: 'Сдать диагностику' }).click();
				await deficits.expectCard(page);
			}

			await tutor.goto(deficits.tutorCard(id));
			if (person === 't-5') {
				const { rows, levels } = await (await api('tutor')).must(getDeficitCard, { params: { id } });
				const { title } = found(rows.find(({ deficit }) => deficit === 'D4'));
				const level = found(levels.find(({ key }) => key === 'expressed')).label;
				await deficits.override(tutor, { title, level, reason: SEEN });
				await page.reload();
			}
			await deficits.signCard(page);
			await tutor.reload();
			await deficits.signCard(tutor);
			await expect(tutor.getByText('Карта подписана обоими и больше не меняется')).toBeVisible();
		}
	});

	test('module 1: the cards and the routes are the golden ones', async ({ api }) => {
		for (const person of INTERNS) {
			const [intern, params] = [await api(person), { id: world.enrolment(person) }];
			const card = await intern.must(getDeficitCard, { params });
			const route = await intern.must(getLearningRoute, { params });
			const expected = golden.traineeOf(person)?.expected;
			expect(card.frozen).toBe(true);
			if (expected) expect(golden.cardIn(card)).toEqual(expected.card);
			if (expected) expect(golden.routeIn(route)).toEqual(expected.route);
			if (person === 't-4') expect(golden.routeIn(route)).toEqual(golden.traineeOf('t-2')?.expected.route);
			if (person !== 't-5') continue;
			const row = card.rows.find(({ deficit }) => deficit === 'D4');
			expect(row).toMatchObject({
				level: 'partial',
				effectiveLevel: 'expressed',
				override: { reason: SEEN }
			});
			expect(route.expressed).toEqual(['D1', 'D4', 'D6', 'D7', 'D8']);
		}
	});

	test('module 1: routes get their dates, one is changed by hand with a reason, the tutor agrees them', async ({
		as,
		api
	}) => {
		const tutor = await as('tutor');
		for (const person of INTERNS) {
			const id = world.enrolment(person);
			const route = await (await api(person)).must(getLearningRoute, { params: { id } });
			const page = await as(person);
			await page.goto(routes.internRoute(id));
			if (person === 't-1') await routes.setDate(page, 1, dayFromNow(3));
			if (person === 't-6') {
				const other = found(route.choices.find(({ task }) => task === 'T09'));
				await routes.swapTask(page, 5, { title: other.title, reason: NEEDED });
			}
			await routes.propose(page);
			await tutor.goto(routes.tutorRoute(id));
			await routes.agree(tutor);
		}

		const agreed = async (person: InternKey) =>
			(await api(person)).must(getLearningRoute, { params: { id: world.enrolment(person) } });
		const [first] = (await agreed('t-1')).items;
		expect(first?.dueOn).toBe(dayFromNow(3));
		expect(await agreed('t-6')).toMatchObject({ state: 'agreed', changedByHand: true, changeReason: NEEDED });
	});
}
