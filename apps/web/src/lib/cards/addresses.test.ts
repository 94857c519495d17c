import { expect, test } from 'vitest';
import { cardApi, cardPage, ownPage } from './addresses.ts';

test('a card about a recording names it in the address', () => {
	expect(cardApi({ enrolment: 'e', key: 'competence_analysis_card', occasion: 'V 1' })).toBe(
		'/api/enrolments/e/forms/competence_analysis_card?occasion=V%201'
	);
	expect(cardPage('/my/e', { key: 'blank_plan' })).toBe('/my/e/forms/blank_plan');
});

test('forms that are handed in elsewhere are led to their own pages', () => {
	expect(ownPage('task:T01')).toBe('tasks/T01');
	expect(ownPage('diagnostic')).toBe('diagnosis');
	expect(ownPage('blank_plan')).toBeNull();
	expect(ownPage('constructor')).toBeNull();
});
