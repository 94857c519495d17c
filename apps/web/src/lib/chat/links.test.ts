import { expect, test } from 'vitest';
import { linkedIn } from './links.ts';

const id = '01a2038a-c685-7b79-9b13-d0e9484f3fee';
const other = '01a2038a-c685-7b79-9b13-d0e9484f3fef';
const origin = 'https://site.test';

test.each([
	[`Посмотрите ${origin}/works/${id}.`, [`/works/${id}`]],
	[`/works/${id} и (/chat/${other}#m-12)`, [`/works/${id}`, `/chat/${other}#m-12`]],
	[`/works/${id} /works/${id}`, [`/works/${id}`]],
	[`/works/${id} /works/${other} /chat/${id}#m-1`, [`/works/${id}`, `/works/${other}`]],
	[`https://other.test/works/${id}`, []],
	[`x/works/${id} /works/${id}x /chat/${id} /works/1`, []]
])('in «%s» what is shown as a card is %j', (text, places) => {
	expect(linkedIn(text, origin).map(({ place }) => place)).toEqual(places);
});
