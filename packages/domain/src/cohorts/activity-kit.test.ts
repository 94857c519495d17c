import { expect, test } from 'vitest';
import { activityKit, isPlayable, startOffsets } from './index.ts';

const material = (key: string, kind: string) => ({ key, kind, title: key, file: null });
const video = {
	key: 'V01',
	n: 1,
	title: 'V01',
	deficit: 'D1',
	look_for: '',
	status: 'placeholder',
	file: null
};
const document = {
	materials: [material('B01', 'memo'), material('B02', 'collection')],
	exercises: [{ key: 'E01', title: 'E01' }],
	videos: [video]
};
const keysOf = (kind: string) => {
	const kit = activityKit(document, { kind });
	return Object.fromEntries(
		Object.entries(kit).map(([name, things]) => [name, things.map(({ key }) => key)])
	);
};

test('R83: the first row shows the whole kit', () => {
	expect(keysOf('presentation')).toEqual({ materials: ['B01', 'B02'], exercises: [], videos: [] });
});

test('R86: the collection and the exercises lie on the table of the training', () => {
	expect(keysOf('training')).toEqual({ materials: ['B02'], exercises: ['E01'], videos: [] });
});

test('R88: recordings belong to their analysis, and a placeholder is not playable', () => {
	expect(keysOf('video_analysis')).toEqual({ materials: [], exercises: [], videos: ['V01'] });
	expect(isPlayable(video)).toBe(false);
	expect(isPlayable({ status: 'ready', file: 'v01.mp4' })).toBe(true);
	expect(isPlayable({ status: 'ready', file: null })).toBe(false);
});

test('a kind that nobody knows has an empty table', () => {
	expect(keysOf('constructor')).toEqual({ materials: [], exercises: [], videos: [] });
});

test('R82: rows of 15, 30, 30, 45, 30 and 30 minutes start one after the other', () => {
	const rows = [15, 30, 30, 45, 30, 30].map((minutes) => ({ minutes }));
	expect(startOffsets(rows)).toEqual([0, 15, 45, 75, 120, 150]);
});
