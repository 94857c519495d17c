import { textOf, textOrNull } from './form-text.ts';

/** What `PersonFields` sends, but for the organisation. */
export function personOf(data: FormData) {
	const gender = textOf(data, 'gender');
	return {
		surname: textOf(data, 'surname'),
		givenName: textOf(data, 'givenName'),
		patronymic: textOrNull(data, 'patronymic'),
		gender: gender === 'f' || gender === 'm' ? (gender as 'f' | 'm') : null,
		position: textOrNull(data, 'position')
	};
}
