import { getActivity, getPath } from '@stazhirovka/contract/cohorts';
import { getForm, submitForm } from '@stazhirovka/contract/forms';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';

/** The programme with a card of its own in each of its first two modules. */
function withOwnCards(file: unknown): unknown {
	const document = structuredClone(file) as ProgrammeDocument;
	const fields = [{ key: 'f1', label: 'Что заметили', type: 'text', required: true }];
	for (const [n, at] of [
		[1, 0],
		[2, 1]
	] as const) {
		const key = `own_card_${n}`;
		document.forms[key] = { title: `Своя карта ${n}`, type: 'form', fields };
		document.modules[at]?.activities[0]?.forms.push(key);
	}
	return document;
}

const world = await createWorld({ change: withOwnCards });
afterAll(world.close);

test('R84: a card of the programme’s own is a step that can be gone, whatever module its activity stands in', async () => {
	const intern = await world.as(world.interns[0]!);
	const params = { id: world.enrolments[0]!.id };
	const steps = async () => {
		const { modules } = await intern.must(getPath, { params });
		return modules
			.flatMap((module) => module.steps)
			.filter(({ key }) => key.startsWith('form.own_card'))
			.map(({ key, state, place }) => ({ key, state, place }));
	};
	const open = await steps();
	expect(open).toEqual([
		{ key: 'form.own_card_1', state: 'open', place: 'activities/m1a1' },
		{ key: 'form.own_card_2', state: 'open', place: 'activities/m2a1' }
	]);

	for (const [n, activity] of [
		[1, 'm1a1'],
		[2, 'm2a1']
	] as const) {
		const key = `own_card_${n}`;
		const { forms } = await intern.must(getActivity, { params: { ...params, key: activity } });
		expect(forms).toContainEqual({
			...{ key, title: `Своя карта ${n}`, submitted: false, group: false, perVideo: false }
		});
		const body = { revision: 0, answer: { f1: 'Дети слушают' } };
		await intern.must(submitForm, { params: { ...params, key }, querystring: {}, body });
		const tutor = await world.as(world.tutor);
		expect(await tutor.must(getForm, { params: { ...params, key }, querystring: {} })).toMatchObject({
			answer: { f1: 'Дети слушают' }
		});
	}
	expect((await steps()).map(({ state }) => state)).toEqual(['done', 'done']);
});
