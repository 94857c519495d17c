import { issueCertificate } from '@stazhirovka/contract/certificates';
import { certificates, organisations, people, programmeVersions, sites } from '@stazhirovka/db/schema';
import { longDate } from '@stazhirovka/domain/certificates';
import { eq, sql } from 'drizzle-orm';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let row: typeof certificates.$inferSelect;
let folder: string;
let file: string;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	const expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
	await expertise.accept(1);
	await expertise.answerSurvey(1);
	const leader = await world.as(world.leader);
	const { id } = await leader.must(issueCertificate, { params: { id: expertise.enrolment(1) } });
	row = await stored(id);
	folder = mkdtempSync(join(tmpdir(), 'stazhirovka-lasting-'));
	file = join(folder, 'certificate.pdf');
	writeFileSync(file, row.pdf);
});
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await world.close();
});

async function stored(id: string) {
	const [found] = await world.db.select().from(certificates).where(eq(certificates.id, id));
	if (!found) throw new Error('Nothing was issued');
	return found;
}
const run = (tool: string, ...given: string[]) =>
	execFileSync(tool, given, { encoding: 'utf8', stdio: 'pipe' });
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

test('R18: another name, organisation, site and programme change no byte of what was issued', async () => {
	const { db } = world;
	await db.update(people).set({ surname: 'Новая', givenName: 'Имя', patronymic: null });
	await db.update(organisations).set({ title: 'Другое название', head: 'Другой Директор Иванович' });
	await db.update(sites).set({ title: 'Другая площадка' });
	// Nobody can: only whoever owns the database, who is not stopped by its triggers.
	await db.execute(sql`alter table programme_versions disable trigger programme_versions_unchanged`);
	await db.update(programmeVersions).set({ document: sql`jsonb_set(document, '{title}', '"Другая"')` });
	const leader = await world.as(world.leader);
	const again = await leader.must(issueCertificate, { params: { id: row.enrolmentId ?? '' } });
	const after = await stored(row.id);

	expect(after).toEqual(row);
	expect(createHash('sha256').update(after.pdf).digest('hex')).toBe(row.sha256);
	expect(again.sha256).toBe(row.sha256);
	const given = await leader.inject({ url: `/api/certificates/${row.id}/pdf` });
	expect(createHash('sha256').update(given.rawPayload).digest('hex')).toBe(row.sha256);
});

test('R18: pdftotext reads the words of the register', () => {
	const text = oneLine(run('pdftotext', '-layout', file, '-'));
	const { snapshot } = row;
	for (const said of [
		row.number,
		`${snapshot.surname} ${snapshot.givenName} ${snapshot.patronymic}`,
		snapshot.organisationTitle,
		snapshot.signer.name,
		String(snapshot.hours),
		longDate(snapshot.issuedOn),
		longDate(snapshot.periodFrom),
		longDate(snapshot.periodTo)
	])
		expect(text).toContain(oneLine(said));
	expect(oneLine(run('pdftotext', file, '-'))).toContain(oneLine(snapshot.programmeTitle));
});

test('R18: every font is embedded, the file is sound and tagged, by tools that are not ours', () => {
	const fonts = run('pdffonts', file).trim().split('\n').slice(2);
	expect(fonts.length).toBeGreaterThan(0);
	for (const font of fonts) expect(font).toMatch(/\s(yes)\s+(yes)\s+(yes)\s+\d+\s+\d+$/);
	expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
	expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
});

test('R18: an independent reader finds the address of the check page in the QR code of the printed page', () => {
	run('pdftoppm', '-r', '200', '-png', '-singlefile', file, join(folder, 'page'));
	const read = run('zbarimg', '--quiet', '--raw', join(folder, 'page.png')).trim();
	expect(read).toBe(`http://stazhirovka.test/v/${row.token}`);
	expect(read).toBe(row.snapshot.verifyUrl);
});
