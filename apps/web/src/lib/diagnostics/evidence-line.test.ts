import type { DeficitCard } from '@stazhirovka/contract/diagnostics';
import { expect, test } from 'vitest';
import { EvidenceLine } from './evidence-line.svelte.ts';

type Asked = { method: string; revision?: number; confirmedPrivacy?: boolean };

function cardOf(revision: number, evidence: string): DeficitCard {
	return { revision, rows: [{ deficit: 'D1', evidence }] } as unknown as DeficitCard;
}

/** A line from a page opened on revision 3 with «old» in it, to a service that answers in this order. */
function lineWith(...answers: [status: number, body: unknown][]) {
	const asked: Asked[] = [];
	const cards: number[] = [];
	const fetch = async (_url: unknown, { method = 'GET', body }: RequestInit = {}) => {
		const { revision, confirmedPrivacy } = JSON.parse(String(body ?? '{}')) as Partial<Asked>;
		asked.push(body ? { method, revision, confirmedPrivacy } : { method });
		const [status, answer] = answers.shift() ?? [503, null];
		return new Response(JSON.stringify(answer), { status });
	};
	const line = new EvidenceLine(
		'/api/card',
		cardOf(3, 'old'),
		fetch as typeof globalThis.fetch,
		({ revision }) => cards.push(revision)
	);
	const put = (revision: number, evidence: string) =>
		line.send({ revision, answer: { D1: evidence } }, false);
	return { line, put, asked, cards };
}

const CHANGED = { code: 'deficit_card.changed_meanwhile', message: '' };
const warned = (...fragments: string[]) => {
	const warnings = fragments.map((fragment) => ({ path: 'D1', kind: 'name', fragment }));
	return { code: 'form.privacy', message: '', details: { warnings } };
};

test('a saved card comes back whole to the page', async () => {
	const { put, cards } = lineWith([200, cardOf(4, 'mine')]);

	expect(await put(3, 'mine')).toMatchObject({ kind: 'saved', revision: 4 });
	expect(cards).toEqual([4]);
});

test('words stored in another tab meanwhile are shown, not written over', async () => {
	const { put, asked } = lineWith([409, CHANGED], [200, cardOf(4, 'theirs')]);

	expect(await put(3, 'mine')).toEqual({ kind: 'changed', revision: 4, answer: { D1: 'theirs' } });
	expect(asked.map(({ method }) => method)).toEqual(['PUT', 'GET']);
});

test('a tutor’s decision meanwhile is no other version of the words', async () => {
	const { put, asked, cards } = lineWith([409, CHANGED], [200, cardOf(4, 'old')], [200, cardOf(5, 'mine')]);

	expect(await put(3, 'mine')).toMatchObject({ kind: 'saved', revision: 5 });
	expect(asked.at(-1)).toEqual({ method: 'PUT', revision: 4, confirmedPrivacy: false });
	expect(cards).toEqual([4, 5]);
});

test('R166: what resembles a name is stored only when the author has looked, and then is not asked about again', async () => {
	const { line, put, asked } = lineWith(
		[422, warned('Иванов')],
		[422, warned('Иванов')],
		[200, cardOf(4, 'Иванов')],
		[422, warned('Иванов', 'Петров')]
	);
	expect(await put(3, 'Иванов')).toEqual({ kind: 'refused', code: 'form.privacy', faults: [] });
	expect(line.warnings.map(({ fragment }) => fragment)).toEqual(['Иванов']);

	line.confirm();
	expect(await put(3, 'Иванов')).toMatchObject({ kind: 'saved', revision: 4 });
	expect(asked.at(-1)).toEqual({ method: 'PUT', revision: 3, confirmedPrivacy: true });

	await put(4, 'Иванов и Петров');
	expect(line.warnings.map(({ fragment }) => fragment)).toEqual(['Петров']);
});

test.each([
	[503, null, { kind: 'unreachable' }],
	[401, { code: 'unauthenticated' }, { kind: 'refused', code: 'signed_out', faults: [] }],
	[409, { code: 'deficit_card.frozen' }, { kind: 'refused', code: 'deficit_card.frozen', faults: [] }]
])('an answer of %i is told as it is', async (status, body, outcome) => {
	expect(await lineWith([status, body]).put(3, 'mine')).toEqual(outcome);
});
