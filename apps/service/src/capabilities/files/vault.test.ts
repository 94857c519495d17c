import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keep, openKept, receive, sweep } from './vault.ts';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'stazhirovka-vault-'));
});
afterAll(() => rm(folder, { recursive: true }));

const incoming = () => readdir(join(folder, 'incoming'));

test('an upload that breaks off leaves nothing behind', async () => {
	const broken = Readable.from(
		(async function* () {
			yield Buffer.alloc(100_000);
			throw new Error('the line is cut');
		})()
	);
	await expect(receive(folder, broken)).rejects.toThrow('the line is cut');
	expect(await incoming()).toEqual([]);
});

test('what was received is kept by its content, and keeping it again changes nothing', async () => {
	for (let time = 0; time < 2; time += 1) {
		const received = await receive(folder, Readable.from([Buffer.from('сло'), Buffer.from('во')]));
		expect(received).toMatchObject({ size: 10, sha256: SHA256 });
		await keep(folder, received);
	}
	const file = await openKept(folder, SHA256);
	expect(await file.readFile('utf8')).toBe('слово');
	await file.close();
	expect(await incoming()).toEqual([]);
});

test('what a killed process left is swept away after a day, what arrives now is not', async () => {
	const now = new Date();
	const old = new Date(now.getTime() - 25 * 3_600_000);
	await writeFile(join(folder, 'incoming', 'old'), 'x');
	await writeFile(join(folder, 'incoming', 'new'), 'x');
	await utimes(join(folder, 'incoming', 'old'), old, old);

	await sweep(folder, now);
	expect(await incoming()).toEqual(['new']);
	await sweep(join(folder, 'absent'), now);
});

const SHA256 = 'cf65b8df27f536bbf7724c3aa9ebf9d2ffd56406fd4121563f23065335e50892';
