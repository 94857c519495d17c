import { expect, test } from 'vitest';
import { createSend } from './saving.ts';

const draft = { revision: 3, answer: { text: 'Урок' } };

function answering(status: number, body: unknown) {
	const asked: { url: string; init: RequestInit }[] = [];
	const fetch = async (url: unknown, init?: RequestInit) => {
		asked.push({ url: String(url), init: init ?? {} });
		return new Response(JSON.stringify(body), { status });
	};
	return { asked, send: createSend('/api/sheet', fetch as typeof globalThis.fetch) };
}

test('the draft is put on top of its revision', async () => {
	const { asked, send } = answering(200, { revision: 4, savedAt: '2027-02-26T11:02:00Z' });

	expect(await send(draft, false)).toEqual({ kind: 'saved', revision: 4, savedAt: '2027-02-26T11:02:00Z' });
	expect([asked[0]?.url, asked[0]?.init.method, asked[0]?.init.body]).toEqual([
		'/api/sheet',
		'PUT',
		JSON.stringify(draft)
	]);
});

test('what was stored meanwhile comes back with the refusal', async () => {
	const details = { revision: 7, answer: { text: 'Другой' } };
	const problem = { code: 'form.changed_elsewhere', message: '', details };

	expect(await answering(409, problem).send(draft, false)).toEqual({ kind: 'changed', ...details });
	expect(await answering(409, { problem }).send(draft, false)).toEqual({ kind: 'changed', ...details });
});

test.each([500, 502, 503, 429])('an answer of %i is a reason to try later', async (status) => {
	expect(await answering(status, { code: 'x', message: '' }).send(draft, false)).toEqual({
		kind: 'unreachable'
	});
});

test('no answer is a reason to try later', async () => {
	const send = createSend('/api/sheet', () => Promise.reject(new TypeError('offline')));

	expect(await send(draft, false)).toEqual({ kind: 'unreachable' });
});

test('the end of a session is told apart from other refusals', async () => {
	const signedOut = await answering(401, { code: 'unauthorised', message: '' }).send(draft, false);
	const submitted = await answering(409, { code: 'form.submitted', message: '' }).send(draft, false);

	expect(signedOut).toEqual({ kind: 'refused', code: 'signed_out', faults: [] });
	expect(submitted).toEqual({ kind: 'refused', code: 'form.submitted', faults: [] });
});

test('a draft too long to outlive its page is sent in the usual way', async () => {
	const { asked, send } = answering(200, { revision: 4, savedAt: '' });
	await send(draft, true);
	await send({ ...draft, answer: { text: 'я'.repeat(40_000) } }, true);

	expect(asked.map(({ init }) => init.keepalive)).toEqual([true, false]);
});
