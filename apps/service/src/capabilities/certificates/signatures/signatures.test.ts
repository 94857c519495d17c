import {
	checkCertificate,
	issueCertificate,
	listCohortCompletions
} from '@stazhirovka/contract/certificates';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { recorded } from '../../../testing/records.ts';
import { attach, signatureOf } from '../../../testing/signatures.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
let folder: string;
let id = '';
let token = '';
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'stazhirovka-signed-'));
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	const expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
	await expertise.accept(1);
	await expertise.answerSurvey(1);
	const leader = await world.as(world.leader);
	const made = await leader.must(issueCertificate, { params: { id: expertise.enrolment(1) } });
	id = made.id;
	token = made.checkPath.replace('/v/', '');
	writeFileSync(file('own.pdf'), (await leader.inject({ url: made.pdfPath })).rawPayload);
	writeFileSync(file('other.pdf'), 'Другой документ');
	openssl(
		'req',
		'-x509',
		'-newkey',
		'rsa:2048',
		'-nodes',
		'-subj',
		'/CN=Test',
		'-keyout',
		file('key'),
		'-out',
		file('cert')
	);
});
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await world.close();
});

const file = (name: string) => join(folder, name);
const openssl = (...given: string[]) => execFileSync('openssl', given, { stdio: 'pipe' });
const signedBy = (name: string) => {
	const given = ['-in', file(name), '-signer', file('cert'), '-inkey', file('key'), '-outform', 'DER'];
	openssl('cms', '-sign', '-binary', '-md', 'sha256', ...given, '-out', file(`${name}.sig`));
	return readFileSync(file(`${name}.sig`));
};
const put = (bytes: Buffer, by = world.leader, name = 'Ключарёва Есения.sig') =>
	attach(world, by, id, { bytes, name, to: 'certificates' });

test('X16: a signature made elsewhere is kept beside the document, and it is told whether it is of these bytes', async () => {
	const own = signedBy('own.pdf');
	expect((await put(own)).status).toBe(200);
	expect((await put(own)).body).toMatchObject([{ number: 1 }]);
	expect((await put(signedBy('other.pdf'))).body).toMatchObject([
		{ number: 1, digestFound: true, signer: 'Полозьев Д. И.', name: '912-2027-0001 (1).sig' },
		{ number: 2, digestFound: false }
	]);
	expect((await recorded(world.db, 'certificate.signature_attached', [id])).length).toBe(2);
	const leader = await world.as(world.leader);
	const rows = await leader.must(listCohortCompletions, { params: { id: world.cohort.id } });
	expect(rows.find(({ certificate }) => certificate?.id === id)?.signatures.length).toBe(2);
});

test('X16: whoever has the code sees who signed, takes the file and verifies it by a tool of others', async () => {
	const stranger = await world.as(null);
	const { signatures } = await stranger.must(checkCertificate, { params: { token } });
	expect(signatures.map(({ signer, digestFound }) => [signer, digestFound])).toEqual([
		['Полозьев Д. И.', true],
		['Полозьев Д. И.', false]
	]);
	const given = await stranger.inject({ url: signatures[0]?.path ?? '' });
	writeFileSync(file('taken.sig'), given.rawPayload);
	const verified = ['-verify', '-binary', '-inform', 'DER', '-in', file('taken.sig'), '-noverify'];
	expect(openssl('cms', ...verified, '-content', file('own.pdf'), '-out', file('out')).length).toBe(0);
	expect(() => openssl('cms', ...verified, '-content', file('other.pdf'), '-out', file('out'))).toThrow();
	expect(given.headers['content-disposition']).not.toContain(encodeURIComponent('Ключарёва'));
	for (const url of [signatures[0]?.path.replace(/1$/, '9'), '/api/certificate-checks/НЕТ/signatures/1'])
		expect((await stranger.inject({ url: encodeURI(url ?? '') })).statusCode).toBe(404);
});

test('access: only those who lead the site attach, and only a signature', async () => {
	for (const person of [world.otherLeader, world.tutor, world.stranger, world.interns[0]])
		expect((await put(signatureOf('чужая'), person)).status).toBe(404);
	expect((await put(Buffer.from('Подписано'))).body).toMatchObject({ code: 'document.not_a_signature' });
	expect((await put(signatureOf(), world.leader, 'подпись.exe')).status).toBe(415);
});
