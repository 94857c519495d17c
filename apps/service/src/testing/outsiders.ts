import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

/** Everybody for whom an intern's things do not exist (R167), each with a session. */
export async function outsiders(world: World): Promise<[string, Visitor][]> {
	const people = {
		'another intern of the cohort': world.interns[5] ?? null,
		'another tutor of the cohort': world.otherTutor,
		'the site leader': world.leader,
		'the leader of another site': world.otherLeader,
		'the coordinator': world.coordinator,
		'the administrator': world.administrator,
		'somebody else': world.stranger
	};
	return Promise.all(
		Object.entries(people).map(async ([who, person]): Promise<[string, Visitor]> => [
			who,
			await world.as(person)
		])
	);
}
