import type { FileInfo } from '@stazhirovka/contract/files';
import { expect, test } from 'vitest';
import { notSent, Uploads } from './uploads.svelte.ts';

const problem = (code: string) => JSON.stringify({ code, message: code });

test.each([
	[415, problem('file.kind_not_allowed'), 'file.kind_not_allowed'],
	[413, problem('file.too_large'), 'file.too_large'],
	[422, problem('file.empty'), 'file.empty'],
	[507, problem('file.no_space'), 'file.no_space'],
	[429, problem('file.too_many'), null],
	[400, problem('file.interrupted'), null],
	[503, problem('service.unavailable'), null],
	[502, '<html>', null]
])('an answer of %i to a file tells whether to send it again', (status, body, code) => {
	expect(notSent(status, body)).toEqual({ code });
});

test('a file that is refused keeps the reason, and can be put away', async () => {
	const stored: FileInfo[] = [];
	const done = Promise.reject({ code: 'file.kind_not_allowed' });
	const uploads = new Uploads(
		() => ({ done, cancel: () => undefined }),
		(info) => stored.push(info)
	);
	const file = new File(['x'], 'plan.png');

	await uploads.start(file);
	expect(uploads.list.map(({ state, code }) => [state, code])).toEqual([['failed', 'file.kind_not_allowed']]);

	uploads.cancel(file);
	expect([uploads.list, stored]).toEqual([[], []]);
});
