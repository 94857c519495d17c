import type { Deps } from '../../shell/context.ts';
import { post } from '../../shell/mail.ts';
import { reminder } from './letters.ts';
import { readersOfLetters, spaceBy } from './queries.ts';
import { claimReminders } from './store.ts';

const DAY_MS = 86_400_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Writes to everybody who is in the room of a conference that begins within a day, once for each start. */
export async function remindOfConferences({
	db,
	now,
	origin
}: Pick<Deps, 'db' | 'now' | 'origin'>): Promise<void> {
	await db.transaction(async (tx) => {
		const until = new Date(now().getTime() + DAY_MS);
		for (const { id } of await claimReminders(tx, { now: now(), until })) {
			const space = await spaceBy(tx, { personId: NOBODY, now: now() }, { id });
			if (!space?.space.startsAt) continue;
			const about = { title: space.title, startsAt: space.space.startsAt, timeZone: space.timeZone };
			for (const to of await readersOfLetters(tx, space.roomId))
				await post(tx, reminder(to, about, `${origin}/chat/${space.roomId}`), now());
		}
	});
}
