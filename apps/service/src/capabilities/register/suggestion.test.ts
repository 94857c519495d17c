import { expect, test } from 'vitest';
import vectors from '../../../../../packages/domain/src/golden/name-vectors.json' with { type: 'json' };
import { suggestForms } from './suggestion.ts';

test.each(vectors.rows.map((row) => [`${row.surname} ${row.given_name}`, row] as const))(
	'X14: %s is suggested as the vectors have it, or not at all',
	(_, { surname, given_name, patronymic, gender, genitive, dative }) => {
		const name = { surname, givenName: given_name, patronymic };
		const citizenship = patronymic === null ? '156' : '643';
		const forms = suggestForms(name, gender as 'f' | 'm', citizenship);
		if (patronymic === null) return expect(forms).toBeNull();
		expect(forms).toMatchObject({ genitive, dative });
	}
);

test('X14: the accusative, and both halves of a double surname', () => {
	const accusative = (surname: string, givenName: string, patronymic: string, gender: 'f' | 'm') =>
		suggestForms({ surname, givenName, patronymic }, gender, '643')?.accusative;
	expect(accusative('Дубравина', 'Любовь', 'Саввична', 'f')).toBe('Дубравину Любовь Саввичну');
	expect(accusative('Ключарёва-Герц', 'Есения', 'Мироновна', 'f')).toBe('Ключарёву-Герц Есению Мироновну');
	expect(accusative('Полозьев', 'Демьян', 'Игнатович', 'm')).toBe('Полозьева Демьяна Игнатовича');
});
