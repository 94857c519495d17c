import { expect, test } from 'vitest';
import { readJsonFile } from './json-file.ts';

async function read(content: string | null): ReturnType<typeof readJsonFile> {
	const data = new FormData();
	if (content !== null) data.set('file', new File([content], 'programme.json'));
	return readJsonFile(data, 'file');
}

test('R122: a file is read whole, also where one text of it is as long as a file may be', async () => {
	const title = 'ё'.repeat(2_000_000);
	expect(await read(JSON.stringify({ title }))).toEqual({ document: { title }, fault: null });
});

test.each([
	['no file', null, { problem: 'file.absent', details: {} }],
	['an empty file', ' \n', { problem: 'file.empty', details: {} }],
	[
		'a file that breaks off',
		'{\n"title": ',
		{ problem: 'import.not_json', details: { line: 2, column: 10 } }
	],
	[
		'a nesting without end',
		'['.repeat(1_000_000) + ']'.repeat(1_000_000),
		{ problem: 'import.too_deep', details: {} }
	],
	[
		'a file larger than any of ours',
		' '.repeat(4_194_305),
		{ problem: 'import.too_large', details: { limit: 4 } }
	],
	[
		'a field that JavaScript would take for something else',
		'{"modules": [{"__proto__": {"isPublished": true}}]}',
		{ problem: 'import.reserved_field', details: { found: '__proto__' } }
	]
])('R122: %s is refused for what it is', async (_, content, fault) => {
	expect(await read(content)).toEqual({ document: null, fault });
});
