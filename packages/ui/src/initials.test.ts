import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test('people are called by their given name first, rooms are read as they are written', () => {
	expect(initialsOf('Вереснёва Аглая Тихоновна', 'person')).toBe('АВ');
	expect(initialsOf('Ключарёва-Санникова Е. М.', 'person')).toBe('ЕК');
	expect(initialsOf('Первые десять минут урока', 'place')).toBe('ПД');
	expect(initialsOf('«Внимание» на уроке', 'place')).toBe('ВН');
	expect(initialsOf('Физика', 'place')).toBe('Ф');
	expect(initialsOf('', 'person')).toBe('');
});
