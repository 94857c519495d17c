import { postMessage } from '@stazhirovka/contract/chat';
import { rooms } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';
import { turnsOpen } from '../chat/index.ts';

const world = await createWorld();
afterAll(world.close);

test('rooms in which nothing was said for long are not looked through for reminders', async () => {
	const intern = await world.as(world.interns[0]!);
	const enrolmentId = world.enrolments[0]!.id;
	const [room] = await world.db
		.select({ id: rooms.id })
		.from(rooms)
		.where(eq(rooms.enrolmentId, enrolmentId));
	const body = { clientId: randomUUID(), text: 'Давний вопрос' };
	await intern.must(postMessage, { params: { id: room!.id }, body });

	const since = new Date('2027-01-01T00:00:00Z');
	const asked = async (saidSince: Date) =>
		(await turnsOpen(world.db, { everywhere: { saidSince } }, since)).map(({ text }) => text);
	const now = world.deps.now();
	expect(await asked(now)).toEqual(['Давний вопрос']);
	expect(await asked(new Date(now.getTime() + 1))).toEqual([]);
});
