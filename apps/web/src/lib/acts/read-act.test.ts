import { expect, test } from 'vitest';
import { readAct } from './read-act.ts';

test('an act is sent as it was typed: a kind that nobody chose is no kind', async () => {
	const data = new FormData();
	const typed = { actNumber: ' № 17-р', signedOn: '2027-01-18', actIssuer: 'Комитет', actTitle: 'О совете' };
	for (const [name, value] of Object.entries(typed)) data.set(name, value);
	const nothingIsSent = () => Promise.reject(new Error('There is no scan'));
	expect(await readAct(data, nothingIsSent)).toEqual({
		act: {
			...{ kind: '', number: '17-р', signedOn: '2027-01-18', issuer: 'Комитет', title: 'О совете' },
			...{ known: false, scan: [] }
		},
		refused: null
	});
});
