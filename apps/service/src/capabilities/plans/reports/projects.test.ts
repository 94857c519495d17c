import { changeTraineeProject, listTraineeProjects, type ProjectFields } from '@stazhirovka/contract/plans';
import { consents, finalWorks, siteProducts } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeCohort, makeIntern } from '../../../testing/cohort.ts';
import { recorded } from '../../../testing/records.ts';
import { refused } from '../../../testing/refused.ts';
import { DUE, reportingSite } from '../../../testing/reports.ts';
import { publishRules } from '../../../testing/sites.ts';
import { createWorld } from '../../../testing/world.ts';

const NOW = '2027-05-20T07:00:00Z';
const world = await createWorld({ now: NOW });
afterAll(world.close);
await publishRules(world, 'kuzbass');
const { db } = world;

const site = await reportingSite(world, 'kuzbass');
const cohort = await makeCohort(db, { siteId: site.id, programmeVersionId: world.version }, []);
const intern = await makeIntern(db, cohort, world.stranger, world.tutor);
const [made] = await db
	.insert(finalWorks)
	.values({
		...{ title: 'Урок без звонка', state: 'published', publishedAt: new Date(NOW) },
		...{ enrolmentId: intern.id, cohortId: cohort.id }
	})
	.returning();
const work = made?.id ?? '';
const PLACE = 'https://school.example/urok';

const list = async () =>
	(await site.visitor.must(listTraineeProjects, { params: site.params, querystring: {} })).projects;

function change(revision: number, fields: Partial<ProjectFields>) {
	const told = { title: 'Урок без звонка', link: null, listed: true, ground: '' };
	const params = { id: site.id, work };
	return site.visitor.call(changeTraineeProject, { params, body: { ...told, ...fields, revision } });
}

test('R138: the list follows the works, names an author by consent and takes the place where the site has published', async () => {
	expect(await list()).toMatchObject([
		{ title: 'Урок без звонка', author: '', cohort: 'Поток 1', link: null, listed: true, revision: 0 }
	]);
	const given = { personId: world.stranger.id, kind: 'publication', version: '1' };
	await db.insert(consents).values(given);
	await db.insert(siteProducts).values({
		...{ siteId: site.id, kind: 'individual', title: 'Урок', finalWorkId: work, link: PLACE },
		publishedOn: '2027-05-20'
	});
	const [named] = await list();
	expect(named?.link).toBe(PLACE);
	expect(named?.author).toContain(world.stranger.surname);
	const [row] = (await site.begun(DUE)).sheet.answer.trainee_projects as unknown as object[];
	expect(row).toEqual({ title: `Урок без звонка (${named?.author})`, link: PLACE });

	const withdrawn = { withdrawnAt: new Date(NOW) };
	await db.update(consents).set(withdrawn).where(eq(consents.personId, world.stranger.id));
	await db.delete(siteProducts);
	expect(await list()).toMatchObject([{ author: '', link: null }]);
});

test('R129, R138: a project is told otherwise with a ground only, of two tabs the later is told, and the report follows', async () => {
	expect(await change(0, { listed: false })).toEqual(
		refused(422, 'project.faulty', { faults: [{ field: 'ground', code: 'project.ground_missing' }] })
	);
	const renamed = { title: 'Урок без звонков', link: PLACE, ground: 'Опечатка в названии работы' };
	expect((await change(0, renamed)).ok).toBe(true);
	expect(await change(0, renamed)).toEqual(refused(409, 'project.changed_meanwhile'));
	expect(await recorded(db, 'trainee_project', [work])).toHaveLength(1);
	expect(await list()).toMatchObject([{ ...renamed, ownTitle: 'Урок без звонка', revision: 1 }]);

	const { id } = await site.begun(DUE);
	const { sheet } = await site.read(id);
	const days = { from: '2026-09-01', to: '2027-05-20' };
	await site.fill(id, { revision: sheet.revision, ...days });
	expect((await site.read(id)).sheet.answer.trainee_projects).toEqual([
		{ title: 'Урок без звонков', link: PLACE }
	]);
	expect((await change(1, { listed: false, ground: 'Работа другого потока, он отчитается сам' })).ok).toBe(
		true
	);
	await site.fill(id, { revision: sheet.revision + 1, ...days });
	expect((await site.read(id)).sheet.answer.trainee_projects ?? []).toEqual([]);
});

test('R138: only those who lead the site change its list, and works of other sites are not there', async () => {
	const other = await reportingSite(world, 'kuzbass');
	const body = { title: 'Урок без звонка', link: PLACE, listed: true, ground: '', revision: 2 };
	const foreign = { params: { id: other.id, work }, body };
	expect(await other.visitor.call(changeTraineeProject, foreign)).toEqual(refused(404, 'project.missing'));
	const ours = { params: { id: site.id, work }, body };
	expect(await other.visitor.call(changeTraineeProject, ours)).toEqual(refused(404, 'site.missing'));
	const stranger = await world.as(world.stranger);
	expect(await stranger.call(changeTraineeProject, ours)).toEqual(refused(404, 'site.missing'));
	const asked = { params: site.params, querystring: {} };
	expect(await stranger.call(listTraineeProjects, asked)).toEqual(refused(404, 'site.missing'));
});
