import { expect, test } from 'vitest';
import { regulationWords } from './finding-words.ts';

const place = (path: string) => regulationWords.place(path);

test('R1: a fault of a regulation file is told by its section, the number of the element and the name of the field', () => {
	expect(place('roles.2.title')).toBe('Роли › № 3 › название');
	expect(place('status.term.max_months')).toBe('Присвоение статуса › срок › наибольший срок в месяцах');
	expect(place('roles.tutor.duties.0.text')).toBe('Роли › tutor › обязанности › № 1 › текст');
	expect(place('application.fields.goal.type')).toBe('Заявка › поля › goal › вид значения');
});

test('R1: what is expected is told in words, and never as a name of a type', () => {
	const finding = {
		place: 'roles.2.title',
		code: 'shape.wrong_type',
		severity: 'error',
		details: { wanted: 'text' }
	} as const;
	expect(regulationWords.fault(finding)).toBe('записано значение не того вида, нужно: текст');
	const missing = { place: 'level', code: 'shape.missing', severity: 'error' } as const;
	expect(regulationWords.fault(missing)).toBe('здесь нужно значение, а его нет');
});
