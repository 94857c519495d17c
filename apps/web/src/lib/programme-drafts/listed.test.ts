import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';
import { expect, test } from 'vitest';
import { versionsBeside } from './listed.ts';

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
