import { getRunSheet } from '@stazhirovka/contract/cohorts';
import { getForm } from '@stazhirovka/contract/forms';
import { handIn } from '../../acts/cards.ts';
import { wholeAnswer } from '../../answers.ts';
import { correlationAnswer } from '../../correlation.ts';
import { expect, test } from '../../fixtures.ts';
import { INTERNS, PEOPLE } from '../../people.ts';
import * as day from '../../screens/first-day.ts';
import { expectSaved, fillSheet } from '../../screens/sheet.ts';
import type { World } from '../../world.ts';

const OTHERS = INTERNS.filter((intern) => intern !== 't-1');
const OWN_CASE = 'Ученик А не дослушивает задание до конца.';

export function firstDay(world: World): void {
	test('module 1: an intern fills the cards of the day on the pages', async ({ as, api }) => {
		const [intern, id] = [await as('t-1'), world.enrolment('t-1')];
		const ask = async (key: string, occasion?: string) =>
			(await (await api('t-1')).must(getForm, { params: { id, key }, querystring: { occasion } })).definition;
		const activity = (key: string) => `/my/${id}/activities/${key}`;

		const correlation = await ask('correlation_card');
		const known = await correlationAnswer(await api('leader'), correlation, 10);
		const own = { activity: activity('m1a2'), link: /: своя карта/, definition: correlation };
		await day.fillCard(intern, own, wholeAnswer(correlation, known));

		const plan = await ask('blank_plan');
		const ownPlan = { activity: activity('m1a3'), link: plan.title, definition: plan };
		await day.fillCard(intern, ownPlan, wholeAnswer(plan));

		const analysis = await ask('competence_analysis_card', 'V01');
		const video = { activity: activity('m1a4'), link: /^Заполнить карту: запись 1$/, definition: analysis };
		await day.fillCard(intern, video, wholeAnswer(analysis));
	});

	test('module 1: the group fills one card together, the tutor sees it', async ({ as, api }) => {
		const params = { id: world.enrolment('t-2'), key: 'correlation_card' };
		const { definition } = await (await api('t-2')).must(getForm, { params, querystring: {} });
		const intern = await as('t-2');
		await intern.goto(`/my/${params.id}/activities/m1a2`);
		await intern.getByRole('link', { name: /: карта группы/ }).click();
		await fillSheet(intern, definition, { own_case: OWN_CASE });
		await expectSaved(intern);

		const tutor = await as('tutor');
		await day.openRunSheet(tutor, world.title);
		await tutor.getByRole('link', { name: /^Заполнить карту группы/ }).click();
		await expect(tutor.getByRole('textbox', { name: 'Трудность из моей практики' })).toHaveValue(OWN_CASE);
	});

	test('module 1: the tutor holds the day, marks who came and how each understands', async ({ as, api }) => {
		const sheet = async () => (await api('tutor')).must(getRunSheet, { params: { id: world.cohortId } });
		for (const other of OTHERS) {
			const [intern, id] = [await api(other), world.enrolment(other)];
			const { definition } = await intern.must(getForm, {
				params: { id, key: 'correlation_card' },
				querystring: {}
			});
			const half = await correlationAnswer(await api('leader'), definition, 5);
			await handIn(intern, { id, key: 'correlation_card' }, half);
			await handIn(intern, { id, key: 'blank_plan' });
			await handIn(intern, { id, key: 'competence_analysis_card', occasion: 'V01' });
		}

		const { rows, minutes } = await sheet();
		expect({ rows: rows.length, minutes }).toEqual({ rows: 6, minutes: 180 });
		const tutor = await as('tutor');
		await day.openRunSheet(tutor, world.title);
		await day.holdAll(
			tutor,
			rows.map(({ title }) => title)
		);
		for (const intern of INTERNS) await day.markPresent(tutor, PEOPLE[intern]);
		await day.assess(tutor, PEOPLE['t-1'], 'понимание устойчивое');
		for (const other of OTHERS) await day.assess(tutor, PEOPLE[other], 'понимание частичное');

		const held = await sheet();
		expect(held.rows.filter(({ heldAt }) => heldAt === null)).toEqual([]);
		for (const { person, attended, suggested, understanding } of held.interns) {
			const [score, level] =
				person.fullName === PEOPLE['t-1'] ? [10, 'понимание устойчивое'] : [5, 'понимание частичное'];
			expect({ attended, suggested }).toEqual({ attended: true, suggested: { score, max: 10, level } });
			expect(understanding).toEqual({ level, note: null });
		}
	});
}
