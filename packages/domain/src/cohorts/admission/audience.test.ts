import { expect, test } from 'vitest';
import { audienceFit } from './index.ts';

const adhd = [
	'учителя начальных классов',
	'учителя-предметники 5–6 классов',
	'педагоги-психологи',
	'тьюторы'
];
const formative = ['педагоги дополнительного образования', 'учителя-предметники'];

test.each([
	['учитель начальных классов', 'named'],
	['Учитель начальных классов, тьютор', 'named'],
	['учитель русского языка и литературы', 'named'],
	['учитель химии', 'named'],
	['педагог-психолог', 'named'],
	['тьютор', 'named'],
	['заместитель директора', 'not_named'],
	['директор', 'not_named'],
	['педагог дополнительного образования', 'not_named'],
	['', 'unsaid'],
	['  — ', 'unsaid'],
	[null, 'unsaid']
] as const)('R48: the position «%s» is %s in the audience of the lesson programme', (position, fit) => {
	expect(audienceFit(adhd, position)).toBe(fit);
});

test.each([
	['педагог дополнительного образования', 'named'],
	['учитель математики', 'named'],
	['учитель начальных классов', 'not_named'],
	['педагог-психолог', 'not_named']
] as const)('R48: the position «%s» is %s in the audience of the formative programme', (position, fit) => {
	expect(audienceFit(formative, position)).toBe(fit);
});

test('R48: «педагоги» are whoever works at a school, and a programme without an audience excludes nobody', () => {
	expect(audienceFit(['педагогические работники образовательных организаций'], 'методист')).toBe('named');
	expect(audienceFit(['педагоги'], 'учитель физики')).toBe('named');
	expect(audienceFit([], 'учитель физики')).toBe('unsaid');
});

test('R48: «ё», case and number do not matter', () => {
	expect(audienceFit(['учёные секретари'], 'Ученый секретарь')).toBe('named');
	expect(audienceFit(['методисты'], 'старший методист')).toBe('named');
	expect(audienceFit(['руководители организаций'], 'директор')).toBe('not_named');
});
