import { outbox, people } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../../testing/person.ts';
import { beginIn, whole } from '../../../testing/reports.ts';
import { publishRules } from '../../../testing/sites.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-05-20T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'kuzbass');

test('R126: a report goes to people where the addressee is somebody whom the platform knows', async () => {
	const region = { kind: 'region' as const, id: world.region.id };
	const position = 'Руководитель  регионального модельного центра';
	const named = { surname: 'Шорина', givenName: 'Ирина', patronymic: 'Львовна', position };
	const head = await makePerson(world.db, named, [{ role: 'observer', scope: region }]);
	const { site, report, id } = await beginIn(world);
	expect((await site.read(id)).addressees).toEqual(['Шорина\u00a0И.\u00a0Л.']);
	await site.submit(id, report.sheet.revision, whole(report));
	const told = await world.db.select().from(outbox).where(eq(outbox.to, head.email));
	expect(told.map(({ subject }) => subject)).toEqual([`Подан отчёт, адресованный вам: «${site.title}»`]);

	await world.db.update(people).set({ position: 'методист' }).where(eq(people.id, head.id));
	expect((await site.read(id)).addressees).toEqual([]);
});
