import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { talkIn } from '../../testing/chat.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import type { TestPerson } from '../../testing/person.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';

let group: Group;
beforeAll(async () => {
	group = await openGroup();
});
afterAll(() => group.close());

const { kept } = uploadsOf(() => group);

async function preview(person: TestPerson, id: string, etag?: string) {
	const headers = etag ? { 'if-none-match': etag } : {};
	return (await group.as(person)).inject({ method: 'GET', url: `/api/files/${id}/preview`, headers });
}

test('CVE-2021-36539: a preview is small, tells nothing but what is seen, and opens to whom its file opens', async () => {
	const [author, other] = [group.interns[0]!, group.interns[1]!];
	const { roomId } = group.threads[0]!;
	const photograph = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#357' } })
		.jpeg()
		.withExif({ IFD0: { Artist: 'Полозьев Демьян' } })
		.toBuffer();
	const { id } = await kept(author, `roomId=${roomId}`, 'доска.jpg', photograph);
	await talkIn(roomId).say(await group.as(author), 'Доска', { fileIds: [id] });

	const shown = await preview(group.tutor, id);
	expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/webp']);
	expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ width: 448, height: 320, format: 'webp' });
	expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
	expect(shown.headers['content-security-policy']).toContain('sandbox');
	expect((await preview(group.tutor, id)).rawPayload).toEqual(shown.rawPayload);
	expect(await readdir(join(group.deps.filesDir, 'previews'))).toHaveLength(1);
	expect((await preview(group.tutor, id, String(shown.headers.etag))).statusCode).toBe(304);
	for (const person of [other, group.leader, group.stranger])
		expect((await preview(person, id, String(shown.headers.etag))).statusCode).toBe(404);
});

test('what is no picture, or a broken one, has no preview', async () => {
	const author = group.interns[0]!;
	const { roomId } = group.threads[0]!;
	const paper = await kept(author, `roomId=${roomId}`, 'план.pdf', SAMPLES.pdf!);
	const broken = await kept(author, `roomId=${roomId}`, 'пусто.jpg', SAMPLES.jpg!);
	for (const { id } of [paper, broken]) expect((await preview(author, id)).statusCode).toBe(404);
});
