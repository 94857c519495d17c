import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';
import { expect, test } from 'vitest';
import { newestPublished, versionsBeside } from './listed.ts';

const version = (id: string, draftId: string | null, publishedAt: string | null) =>
	({ id, draftId, publishedAt }) as ProgrammeVersion;

test('R121: a draft that was sent is listed once', () => {
	const versions = [
		version('waits', 'd1', null),
		version('imported', null, null),
		version('published', 'd2', '2027-01-18T07:00:00.000Z')
	];
	expect(versionsBeside([{ id: 'd1' }, { id: 'd2' }], versions).map(({ id }) => id)).toEqual([
		'imported',
		'published'
	]);
});

test('R121: a copy is made of the newest published version of each programme', () => {
	const at = '2027-01-18T07:00:00.000Z';
	const numbered = (key: string, number: number, publishedAt: string | null) => ({
		...version(`${key}-${number}`, null, publishedAt),
		...{ key, number }
	});
	const versions = [numbered('a', 3, null), numbered('a', 2, at), numbered('a', 1, at), numbered('b', 1, at)];
	expect(newestPublished(versions).map(({ id }) => id)).toEqual(['a-2', 'b-1']);
});
