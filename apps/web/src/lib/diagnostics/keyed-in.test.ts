import { expect, test } from 'vitest';
import { choicesIn, keyedIn } from './keyed-in.ts';

const options = ['a', 'b'].map((value) => ({ value, label: value }));
const definition = {
	key: 'diagnostic',
	title: '',
	sections: [
		{
			key: 's',
			fields: [
				{ key: 'D1-K', label: '', kind: 'singleChoice' as const, options },
				{ key: 'D1-C', label: '', kind: 'gradedChoice' as const, options }
			]
		}
	]
};

test('X20: digits of a posted sheet become answers; what is no option is named and kept as typed', () => {
	const data = new FormData();
	data.set('digits.D1-K', ' 2 ');
	data.set('digits.D1-C', '7');
	expect(keyedIn(definition, data)).toEqual({
		answer: { 'D1-K': 'b' },
		typed: { 'D1-K': ' 2 ', 'D1-C': '7' },
		wrong: ['D1-C']
	});
});

test('X20: of two keyings one is chosen for each question', () => {
	const data = new FormData();
	data.set('choice.D1-K', 'second');
	data.set('choice.D1-C', 'none');
	data.set('scan', 'x');
	expect(choicesIn(data)).toEqual({ 'D1-K': 'second' });
});
