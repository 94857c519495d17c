import { expect, test } from 'vitest';
import adhd from '../../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import { openedCards, type ProgrammeDocument } from '../index.ts';

const { forms } = adhd as unknown as ProgrammeDocument;

test('R84: an activity opens the cards of the platform and a programme’s own, and nothing that has a page of its own', () => {
	const known = ['correlation_card', 'blank_plan', 'competence_analysis_card', 'route_form'];
	expect(openedCards({ forms })).toEqual(known);
	const diary = { title: 'Дневник', type: 'table' as const, columns: [{ key: 'c1', label: 'День' }] };
	expect(openedCards({ forms: { diary, ...forms, diagnostic: diary } })).toEqual([...known, 'diary']);
	expect(openedCards({ forms: { diary: { title: 'Дневник', type: 'questions' } } })).toEqual([]);
});
