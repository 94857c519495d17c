import { expect, test } from 'vitest';
import { actionHere, here } from './here.ts';

const plain = new URL('http://stazhirovka.test/my/1/forms/blank_plan');
const occasion = new URL('http://stazhirovka.test/my/1/forms/competence_analysis_card?occasion=V01&/submit');

test('a page is addressed without the action that has just been posted', () => {
	expect(here(plain)).toBe('/my/1/forms/blank_plan');
	expect(here(occasion)).toBe('/my/1/forms/competence_analysis_card?occasion=V01');
});

test('R89: a card is handed in for the recording that it is about', () => {
	expect(actionHere(plain, 'submit')).toBe('?/submit');
	expect(actionHere(occasion, 'save')).toBe('?occasion=V01&/save');
});
