import { expect, test } from 'vitest';
import { isSameSurname } from './index.ts';

test.each([
	['Вереснёва', true],
	['вереснева', true],
	['  ВЕРЕСНЁВА ', true],
	['Вереснёва'.normalize('NFD'), true],
	['Вереснёв', false],
	['', false]
])('X3: «%s» for Вереснёва: %s', (typed, same) => {
	expect(isSameSurname(typed, 'Вереснёва')).toBe(same);
});

test('X3: a double surname may be typed with any hyphen, but whole', () => {
	expect(isSameSurname('ключарева – санникова', 'Ключарёва-Санникова')).toBe(true);
	expect(isSameSurname('Ключарёва', 'Ключарёва-Санникова')).toBe(false);
});
